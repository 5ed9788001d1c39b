package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts keep their units apart. */
class AmountTest {

  private static final Amount FEE = Amount.parse("1054.50 USD");
  private static final UnitOfMeasure USD = new UnitOfMeasure.Money("USD");

  @Test
  void calculatesWithinOneUnit() {
    assertEquals(Amount.parse("1056.5 USD"), FEE.plus(Amount.of(2, USD)));
    assertEquals(Amount.parse("1052.5 USD"), FEE.minus(Amount.of(Quantity.of(2), USD)));
    assertEquals(Amount.parse("-1054.5 USD"), FEE.negated());
    assertEquals(Amount.of(1054, USD), FEE.round(0, RoundingMode.HALF_EVEN));
    assertTrue(FEE.compareTo(Amount.of(1055, USD)) < 0);
    assertEquals(0, FEE.compareTo(Amount.parse("1054.5 USD")));
  }

  @Test
  void neverMixesUnits() throws IOException, ClassNotFoundException {
    Amount euros = Amount.parse("2 EUR");
    UnitMismatchException mixed = assertThrows(UnitMismatchException.class, () -> FEE.plus(euros));
    assertEquals("unit must be USD, but was EUR", mixed.getMessage());
    assertEquals(USD, mixed.expected());
    assertEquals(new UnitOfMeasure.Money("EUR"), mixed.actual());
    assertThrows(UnitMismatchException.class, () -> FEE.minus(euros));
    assertThrows(UnitMismatchException.class, () -> FEE.compareTo(euros));
    assertThrows(
        UnitMismatchException.class, () -> Amount.parse("1 days").plus(Amount.parse("24 hours")));
    // as an exception must, it survives being sent elsewhere
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(mixed);
    Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertEquals(USD, ((UnitMismatchException) read).expected());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1054.5 USD            | 1,054.50 USD",
        "1054 USD              | 1,054 USD",
        "-0.5 USD              | -0.50 USD",
        "0.1832 USD            | 0.1832 USD",
        "7.25 JPY              | 7.25 JPY",
        "7.5 JPY               | 7.5 JPY",
        "7.5 BHD               | 7.500 BHD",
        "7.25 CLF              | 7.2500 CLF",
        "7.5 QQQ               | 7.50 QQQ",
        "0.000000001 EUR       | 0.000000001 EUR",
        "250.5 USD per days    | 250.50 USD per day",
        "2.5 meetings per USD  | 2.5 meetings per USD",
        "0.31 share            | 31 %",
        "-1.005 share          | -100.5 %",
        "3 share               | 300 %",
        "1 days                | 1 day",
        "-1 days               | -1 day",
        "0 days                | 0 days",
        "1.5 hours             | 1.5 hours",
        "1 hours               | 1 hour",
        "1200 open deals       | 1,200 open deals",
        "7 score 0..10         | 7 (0..10)",
        "250 USD per days      | 250 USD per day",
        "3 meetings per hours  | 3 meetings per hour",
        "1 days per deals      | 1 day per deal",
        "1 deals               | 1 deal",
        "-1 customers          | -1 customer",
        "0 deals               | 0 deals",
        "0.1 deals             | 0.1 deals",
        "1 opportunities       | 1 opportunity",
        "1 losses              | 1 loss",
        "1 processes           | 1 process",
        "1 boxes               | 1 box",
        "1 searches            | 1 search",
        "1 wishes              | 1 wish",
        "1 statuses            | 1 status",
        "1 houses              | 1 house",
        "1 responses           | 1 response",
        "1 ties                | 1 tie",
        "1 keys                | 1 key",
        "1 people              | 1 person",
        "1 series              | 1 series",
        "1 new customers       | 1 new customer",
        "1 deals won           | 1 deal won",
        "1 meetings of teams   | 1 meeting of teams",
        "1 open meetings of teams | 1 open meeting of teams",
        "1 staff               | 1 staff",
        "1 CRMS                | 1 CRMS",
        "1 address             | 1 address",
        "1 s                   | 1 s"
      })
  void printsForPeople(String text, String printed) {
    assertEquals(printed, Amount.parse(text).print());
    assertEquals(text, Amount.parse(text).toString());
    assertTrue(printed.startsWith(Amount.parse(text).printNumber() + " "), printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "USD", "5 ", " 5 USD", "x USD", "5  USD", "5 USD ", "5 SQL s "})
  void refusesWhatIsNoAmount(String text) {
    assertThrows(IllegalArgumentException.class, () -> Amount.parse(text));
  }

  @Test
  void saysHowAnAmountLooks() {
    assertEquals(
        "amount must look like \"1054.5 USD\", but was \"12\"",
        assertThrows(IllegalArgumentException.class, () -> Amount.parse("12")).getMessage());
  }

  @Test
  void printsTheSmallestOfAll() {
    assertEquals(
        "-9,223,372,036,854,775,808 days",
        Amount.of(Long.MIN_VALUE, new UnitOfMeasure.Days()).print());
    assertEquals("-1 day", Amount.of(-1, new UnitOfMeasure.Days()).print());
  }
}
