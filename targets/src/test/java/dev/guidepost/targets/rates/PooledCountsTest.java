package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.core.stat.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PooledCountsTest {

  private static List<PooledCounts.Member> pool(double[] counts, double[] exposures) {
    return PooledCounts.pool(List.of(group(counts, exposures))).get(0);
  }

  private static PooledCounts.Group group(double[] counts, double[] exposures) {
    List<PooledCounts.Tally> records = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      records.add(new PooledCounts.Tally(counts[i], exposures[i]));
    }
    return new PooledCounts.Group(List.of(), records);
  }

  /** Two who share one spread with six others who differ by far are not taken for alike. */
  @Test
  void learnsTheSpreadFromAllGroups() {
    PooledCounts.Group two = group(new double[] {16, 32}, new double[] {8, 8});
    PooledCounts.Group wide =
        group(new double[] {8, 20, 32, 44, 60, 80}, new double[] {8, 8, 8, 8, 8, 8});
    PooledCounts.Group same =
        group(new double[] {24, 24, 24, 24, 24, 24}, new double[] {8, 8, 8, 8, 8, 8});
    double beside = PooledCounts.pool(List.of(two, wide)).get(0).get(0).truth().mean();
    double besideEqual = PooledCounts.pool(List.of(two, same)).get(0).get(0).truth().mean();
    assertTrue(beside < besideEqual, beside + " and " + besideEqual);
    assertTrue(beside > 2 && besideEqual < 3);
  }

  @Test
  void givesWhoHasNoRecordTheGroupsRate() {
    List<PooledCounts.Member> members =
        pool(new double[] {24, 30, 18, 26, 22, 25, 23, 0}, new double[] {8, 8, 8, 8, 8, 8, 8, 0});
    assertEquals(3, members.get(7).truth().mean(), .1);
    assertTrue(members.get(7).truth().variance() > members.get(0).truth().variance());
    assertTrue(pool(new double[] {0, 0}, new double[] {8, 8}).get(0).truth().mean() < .1);
    assertTrue(pool(new double[] {0}, new double[] {0}).get(0).truth().mean() > 0);
  }

  @Property(tries = 60)
  void liesBetweenTheOwnRecordAndThatOfOthers(
      @ForAll @IntRange(min = 1, max = 60) int low,
      @ForAll @IntRange(min = 1, max = 60) int more,
      @ForAll @DoubleRange(min = 1, max = 30) double weeks) {
    List<PooledCounts.Member> members =
        pool(new double[] {low, low + more, low + more}, new double[] {weeks, weeks, weeks});
    double first = members.get(0).truth().mean();
    double second = members.get(1).truth().mean();
    assertTrue(first > low / weeks && first < second, first + " and " + second);
    assertTrue(second < (low + more) / weeks * 1.001);
  }

  /** A whole record twice as long is one with weights of two. */
  @Property(tries = 40)
  void countsMayBeParts(@ForAll @DoubleRange(min = .1, max = 1) double part) {
    double[] counts = {20 * part, 28 * part, 36 * part};
    double[] exposures = {8 * part, 8 * part, 8 * part};
    double whole = pool(new double[] {20, 28, 36}, new double[] {8, 8, 8}).get(0).truth().mean();
    double less = pool(counts, exposures).get(0).truth().mean();
    assertTrue(less >= whole - 1e-9, "the less there is of it, the more the others count");
  }

  /** Companies whose true rates are gamma-distributed around those of their groups. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(20261122);
    int held = 0;
    int looked = 0;
    for (int company = 0; company < 60; company++) {
      double shape = 4 + 40 * random.nextDouble();
      List<PooledCounts.Group> groups = new ArrayList<>();
      List<double[]> truths = new ArrayList<>();
      for (int g = 0; g < 4; g++) {
        double mean = 2 + 2 * random.nextDouble();
        double[] truth = new double[6];
        double[] counts = new double[6];
        double[] weeks = new double[6];
        for (int i = 0; i < 6; i++) {
          truth[i] = GammaPoisson.of(shape, shape / mean).quantile(random.nextDouble());
          weeks[i] = 2 + random.nextInt(7);
          // A gamma distribution that is sure of its mean: what is drawn is a Poisson count.
          counts[i] =
              GammaPoisson.of(1e9, 1e9 / truth[i])
                  .predictive(weeks[i])
                  .quantile(random.nextDouble());
        }
        truths.add(truth);
        groups.add(group(counts, weeks));
      }
      List<List<PooledCounts.Member>> pooled = PooledCounts.pool(groups);
      for (int g = 0; g < 4; g++) {
        for (int i = 0; i < 6; i++) {
          Interval interval = pooled.get(g).get(i).truth().interval(.8);
          double truth = truths.get(g)[i];
          looked++;
          held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
      }
    }
    double share = (double) held / looked;
    double margin = 2 * Math.sqrt(.8 * .2 / looked);
    assertTrue(share >= .77 - margin && share <= .83 + margin, held + " of " + looked);
  }
}
