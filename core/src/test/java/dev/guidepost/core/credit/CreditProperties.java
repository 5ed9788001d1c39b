package dev.guidepost.core.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.RecordArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of credit. */
class CreditProperties {

  @Property
  void creditAddsUpToTheLastUnit(
      @ForAll("shares") Credit credit, @ForAll long amount, @ForAll @IntRange(max = 9) int scale) {
    Quantity total = Quantity.ofUnscaled(amount, scale);
    Quantity sum =
        credit.divide(total, scale).values().stream().reduce(Quantity.ZERO, Quantity::plus);
    assertEquals(total, sum);
    assertEquals(credit.shares().keySet(), credit.divide(total, scale).keySet());
    assertEquals(credit, Credit.of(credit.state()));
  }

  @Provide
  Arbitrary<Credit> shares() {
    return RecordArbitraries.credits();
  }
}
