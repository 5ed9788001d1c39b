package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of amounts with their units. */
class AmountProperties {

  private static Arbitrary<UnitOfMeasure> plain() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .withChars("adeilnprs .-0")
            .ofMinLength(1)
            .ofMaxLength(12)
            .filter(AmountProperties::isNoun)
            .map(UnitOfMeasure.Count::new),
        Arbitraries.strings().withCharRange('A', 'Z').ofLength(3).map(UnitOfMeasure.Money::new),
        Arbitraries.of(new UnitOfMeasure.Days(), new UnitOfMeasure.Hours()));
  }

  private static boolean isNoun(String text) {
    try {
      return new UnitOfMeasure.Count(text).noun().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<UnitOfMeasure> units() {
    return Arbitraries.oneOf(
        plain(),
        Arbitraries.just(new UnitOfMeasure.Share()),
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .filter((low, high) -> low < high)
            .as(UnitOfMeasure.Score::new),
        Combinators.combine(plain(), plain()).as(UnitOfMeasure.Per::new));
  }

  @Provide
  Arbitrary<Amount> amounts() {
    return Combinators.combine(
            Arbitraries.longs(), Arbitraries.integers().between(0, Quantity.MAX_SCALE), units())
        .as((digits, scale, unit) -> new Amount(Quantity.ofUnscaled(digits, scale), unit));
  }

  @Property
  void readsBackWhatItShows(@ForAll("amounts") Amount amount) {
    assertEquals(amount.unit(), UnitOfMeasure.parse(amount.unit().toString()));
    assertEquals(amount, Amount.parse(amount.toString()));
  }

  /** What people read has every digit: without the grouping it is the same amount. */
  @Property
  void losesNoDigitInPrint(@ForAll("amounts") Amount amount) {
    String number = amount.printNumber();
    assertTrue(amount.print().startsWith(number + " "));
    BigDecimal read = new BigDecimal(number.replace(",", ""));
    boolean share = amount.unit() instanceof UnitOfMeasure.Share;
    BigDecimal plain = amount.quantity().toBigDecimal();
    assertEquals(0, read.compareTo(share ? plain.movePointRight(2) : plain), number);
    if (amount.unit() instanceof UnitOfMeasure.Money money) {
      int least = amount.quantity().scale() == 0 ? 0 : money.minorDigits();
      assertEquals(Math.max(least, amount.quantity().scale()), read.scale(), number);
    }
  }

  /** Any text is read exactly as it is written, or refused. */
  @Property
  void readsNoTextAsAnother(@ForAll("texts") String text) {
    UnitOfMeasure unit;
    try {
      unit = UnitOfMeasure.parse(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertEquals(unit, UnitOfMeasure.parse(unit.toString()));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.of("score", "per", "days", "share", "USD", "SQL", " ", "..", "-", "1", "x");
    return parts.list().ofMaxSize(8).map(list -> String.join("", list));
  }

  @Property
  void addsLikeQuantitiesOrRefuses(@ForAll("amounts") Amount one, @ForAll("amounts") Amount other) {
    if (one.unit().equals(other.unit())) {
      assertEquals(one.quantity().compareTo(other.quantity()), one.compareTo(other));
    } else {
      assertThrows(UnitMismatchException.class, () -> one.plus(other));
      assertThrows(UnitMismatchException.class, () -> one.compareTo(other));
    }
  }
}
