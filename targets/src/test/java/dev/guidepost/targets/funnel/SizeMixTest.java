package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeMixTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 5);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId NEW = PersonId.of("new");

  private final List<Deal> deals = new ArrayList<>();

  private void won(PersonId person, String product, long amount, int times) {
    for (int i = 0; i < times; i++) {
      deals.add(
          Deal.builder()
              .id(DealId.of("d" + deals.size()))
              .owner(person)
              .product(product)
              .opened(DAY)
              .outcome(Outcome.WON)
              .closed(DAY)
              .amount(Quantity.of(amount + i))
              .build());
    }
  }

  private static double sum(List<SizeMix.Part> parts) {
    return parts.stream().mapToDouble(SizeMix.Part::share).sum();
  }

  @Test
  void sharesAddUpAndLeanToOnesOwn() {
    won(ANA, "Compass", 10_000, 30);
    won(BEN, "Beacon", 1_000, 30);
    DealSizes sizes = DealSizes.fit(deals);
    SizeMix ana = sizes.mix(ANA);
    assertEquals(30, ana.own());
    assertEquals("Compass", ana.products().get(0).name());
    assertTrue(ana.products().get(0).share() > .9);
    assertEquals(10_014.5, ana.products().get(0).mean(), 1e-9);
    assertEquals(1, sum(ana.products()), 1e-12);
    assertEquals(4, ana.bands().size());
    assertEquals(1, sum(ana.bands()), 1e-12);
    SizeMix nobody = sizes.mix(NEW);
    assertEquals(0, nobody.ownShare());
    assertEquals(.5, nobody.products().get(0).share(), 1e-12);
    assertEquals(
        "50 % Beacon at 1,015, 50 % Compass at 10,015; by size 25 % under 1,015 at 1,007, 25 %"
            + " 1,015 to 10,000 at 1,022, 25 % 10,000 to 10,015 at 10,007, 25 % 10,015 and more at"
            + " 10,022; 0 own, 0 % own record",
        nobody.toString());
  }

  @Test
  void oneSizeIsOneBand() {
    for (int i = 0; i < 5; i++) {
      won(ANA, "Compass", 500, 1);
    }
    assertEquals("any size", DealSizes.fit(deals).mix(ANA).bands().get(0).name());
    assertTrue(DealSizes.fit(List.of()).mix(ANA).bands().isEmpty());
    assertTrue(DealSizes.fit(List.of()).mix(ANA).toString().startsWith("unknown; by size unknown"));
  }
}
