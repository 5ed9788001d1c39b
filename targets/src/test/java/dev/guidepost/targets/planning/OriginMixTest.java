package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.Sourcing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OriginMixTest {

  private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);
  private static final int RECENT = 8;

  private static OriginMix mix(int inbound, int sdr, int partner, int own) {
    Multiset<Origin> origins = EnumMultiset.create(Origin.class);
    origins.add(Origin.INBOUND, inbound);
    origins.add(Origin.SDR, sdr);
    origins.add(Origin.PARTNER, partner);
    origins.add(Origin.OWN, own);
    double perWeek = origins.size() / (double) RECENT;
    return new OriginMix(
        origins,
        new CreationRate(
            PersonId.of("ben"), origins.size(), RECENT, perWeek, origins.size(), RECENT, perWeek));
  }

  private static List<CreationWeek> weeks(int count, double exposure) {
    List<CreationWeek> weeks = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      LocalDate start = MONDAY.plusWeeks(w);
      weeks.add(new CreationWeek(Period.custom(start, start.plusWeeks(1)), exposure, .5));
    }
    return weeks;
  }

  private static long count(List<Sourcing> week, Origin origin) {
    return week.stream().filter(one -> one.origin() == origin).mapToLong(Sourcing::count).sum();
  }

  /** A plan is made anew every Monday, so its first week must have what others usually bring. */
  @Test
  void theFirstWeekHasWhatOthersUsuallyBring() {
    List<List<Sourcing>> weeks =
        mix(4, 5, 4, 3).byWeek(weeks(1, 1), new long[] {3}, new double[] {2.5});
    List<Sourcing> first = weeks.get(0);
    assertEquals(3, first.stream().mapToLong(Sourcing::count).sum());
    assertEquals(1, count(first, Origin.SDR), "5 of 8 weeks");
    assertEquals(1, count(first, Origin.OWN), "3 less 13 in 8 weeks, rounded");
    List<Sourcing> few =
        mix(2, 3, 2, 3).byWeek(weeks(1, 1), new long[] {3}, new double[] {2.5}).get(0);
    assertEquals(2, count(few, Origin.OWN), "none has a half, but together they have 7 in 8");
  }

  @Test
  void whatIsOnesOwnIsTheRestOfThePlannedRate() {
    List<List<Sourcing>> weeks =
        mix(0, 8, 0, 8).byWeek(weeks(2, 1), new long[] {4, 1}, new double[] {3.5, .5});
    assertEquals(
        List.of(new Sourcing(Origin.SDR, 1, 1), new Sourcing(Origin.OWN, 2.5, 3)), weeks.get(0));
    assertEquals(List.of(new Sourcing(Origin.SDR, 1, 1)), weeks.get(1));
  }

  @Property(tries = 300)
  void othersBringTheirRateWithinOne(
      @ForAll @IntRange(max = 20) int inbound,
      @ForAll @IntRange(max = 20) int sdr,
      @ForAll @IntRange(max = 20) int partner,
      @ForAll @IntRange(min = 1, max = 20) int own,
      @ForAll @DoubleRange(min = 0, max = 1) double exposure) {
    long[] counts = new long[26];
    Arrays.fill(counts, 100);
    List<List<Sourcing>> weeks =
        mix(inbound, sdr, partner, own).byWeek(weeks(26, exposure), counts, new double[26]);
    int[] recent = {inbound, sdr, partner};
    Origin[] origins = {Origin.INBOUND, Origin.SDR, Origin.PARTNER};
    double[] due = new double[3];
    long[] given = new long[3];
    for (List<Sourcing> week : weeks) {
      assertEquals(100, week.stream().mapToLong(Sourcing::count).sum());
      for (int i = 0; i < 3; i++) {
        due[i] += recent[i] / (double) RECENT * exposure;
        given[i] += count(week, origins[i]);
        assertTrue(Math.abs(due[i] - given[i]) <= 1 + 1e-6, origins[i] + " of " + weeks);
      }
    }
  }
}
