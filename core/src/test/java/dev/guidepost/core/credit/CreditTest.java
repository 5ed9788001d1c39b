package dev.guidepost.core.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Splits that add up, and overlay outside of them. */
class CreditTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CLEO = PersonId.of("cleo");

  private static String refusal(Credit.Builder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void sharesAddUpToAll() {
    assertEquals(
        "shares must add up to 100 %, but came to 99.99 %: ana 33.33 %, ben 33.33 %, cleo 33.33 %",
        refusal(Credit.builder().share(ANA, "33.33").share(BEN, "33.33").share(CLEO, "33.33")));
    assertEquals(
        "shares must add up to 100 %, but came to 110 %: ana 60 %, ben 50 %",
        refusal(Credit.builder().share(ANA, "60").share(BEN, "50")));
    assertEquals("shares must add up to 100 %, but came to 0 %", refusal(Credit.builder()));
    assertEquals(
        "share of ana must be above 0 and at most 100 %, but was 0 %",
        assertThrows(IllegalArgumentException.class, () -> Credit.builder().share(ANA, "0"))
            .getMessage());
    assertEquals(
        "share of ana must be above 0 and at most 100 %, but was 100.1 %",
        assertThrows(IllegalArgumentException.class, () -> Credit.builder().overlay(ANA, "100.1"))
            .getMessage());
    assertEquals(
        "share of ana must be above 0 and at most 100 %, but was 1 of 0",
        assertThrows(
                IllegalArgumentException.class, () -> Credit.builder().share(ANA, Ratio.of(1, 0)))
            .getMessage());
    assertEquals(
        "share of ana must be given once, but was again",
        assertThrows(
                IllegalArgumentException.class,
                () -> Credit.builder().share(ANA, "50").share(ANA, "50"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Credit.builder().share(ANA, "much"));
    assertThrows(IllegalArgumentException.class, () -> Credit.evenly(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Credit.evenly(List.of(ANA, ANA)));
  }

  @Test
  void sharesThatDoNotFitAreRefused() {
    Ratio tiny = new Ratio(Quantity.of(1), Quantity.of(Long.MAX_VALUE));
    Ratio other = new Ratio(Quantity.of(1), Quantity.of(Long.MAX_VALUE - 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Credit.builder().share(ANA, tiny).share(BEN, other).build());
  }

  @Test
  void thirdsAreOneWhole() {
    Credit thirds = Credit.evenly(List.of(CLEO, ANA, BEN));
    assertEquals(
        Map.of(
            ANA, Quantity.parse("33.34"),
            BEN, Quantity.parse("33.33"),
            CLEO, Quantity.parse("33.33")),
        thirds.divide(Quantity.of(100), 2));
    assertEquals("ana 1 of 3, ben 1 of 3, cleo 1 of 3", thirds.toString());
    assertEquals(Ratio.of(1, 3), thirds.shareOf(ANA));
    assertEquals(Ratio.of(0, 1), thirds.shareOf(UnitId.of("ana")));
    assertEquals(Map.of(ANA, Quantity.of(7)), Credit.to(ANA).divide(Quantity.of(7), 0));
    assertThrows(ArithmeticException.class, () -> thirds.divide(Quantity.parse("0.001"), 2));
  }

  /** CASES C-A13 (technoeric.in): 1,00,00,000 at 70/20/10 with overlay of 25 and 10. */
  @Test
  void overlayStandsOutsideOfTheTotal() {
    Quantity crore = Quantity.of(10_000_000);
    PersonId dev = PersonId.of("dev");
    PersonId eva = PersonId.of("eva");
    Credit credit =
        Credit.builder()
            .share(ANA, "70")
            .share(BEN, "20")
            .share(CLEO, "10")
            .overlay(dev, "25")
            .overlay(eva, "10")
            .build();
    assertEquals(
        Map.of(
            ANA, Quantity.of(7_000_000), BEN, Quantity.of(2_000_000), CLEO, Quantity.of(1_000_000)),
        credit.divide(crore, 2));
    assertEquals(
        Map.of(dev, Quantity.of(2_500_000), eva, Quantity.of(1_000_000)),
        credit.overlay(crore, 2, RoundingMode.UNNECESSARY));
    assertEquals(
        crore, credit.explain("order", crore, 2).total(), "the revenue credits add up to it");
    assertEquals(
        List.of("70 %", "20 %", "10 %"),
        credit.explain("order", crore, 2).parts().stream().map(part -> part.note()).toList());
    assertEquals("ana 70 %, ben 20 %, cleo 10 %; overlay dev 25 %, eva 10 %", credit.toString());
    assertThrows(
        IllegalArgumentException.class, () -> credit.overlay(crore, 10, RoundingMode.HALF_EVEN));
    assertThrows(
        ArithmeticException.class,
        () -> credit.overlay(Quantity.parse("0.03"), 2, RoundingMode.UNNECESSARY));
  }

  @Test
  void comesBackFromItsState() {
    Credit credit =
        Credit.builder()
            .share(ANA, Ratio.of(2, 6))
            .share(UnitId.of("ana"), Ratio.of(2, 3))
            .overlay(BEN, "12.5")
            .build();
    assertEquals(credit, Credit.of(credit.state()));
    assertEquals(
        new Credit.State.Part("ana", false, "2 of 3"), credit.state().shares().get(0), "the unit");
  }
}
