package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.core.stat.Interval;
import dev.guidepost.targets.rates.PooledLevel.Group;
import dev.guidepost.targets.rates.PooledLevel.Member;
import dev.guidepost.targets.rates.PooledLevel.Part;
import dev.guidepost.targets.rates.PooledLevel.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PooledLevelTest {

  private static List<List<GammaPoisson>> pooled(List<Group<GammaPoisson>> groups) {
    return PooledLevel.pool(new Conjugate.Counts(), groups).stream()
        .map(
            members ->
                members.stream().map(member -> Conjugate.Counts.matched(member.after())).toList())
        .toList();
  }

  private static List<GammaPoisson> pool(double[] counts, double[] exposures) {
    return pooled(List.of(group(counts, exposures))).get(0);
  }

  private static Group<GammaPoisson> group(double[] counts, double[] exposures) {
    List<Tally> records = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      records.add(new Tally(counts[i], exposures[i]));
    }
    return new Group<>(List.of(), records);
  }

  /** Two who share one spread with six others who differ by far are not taken for alike. */
  @Test
  void learnsTheSpreadFromAllGroups() {
    Group<GammaPoisson> two = group(new double[] {16, 32}, new double[] {8, 8});
    Group<GammaPoisson> wide =
        group(new double[] {8, 20, 32, 44, 60, 80}, new double[] {8, 8, 8, 8, 8, 8});
    Group<GammaPoisson> same =
        group(new double[] {24, 24, 24, 24, 24, 24}, new double[] {8, 8, 8, 8, 8, 8});
    double beside = pooled(List.of(two, wide)).get(0).get(0).mean();
    double besideEqual = pooled(List.of(two, same)).get(0).get(0).mean();
    assertTrue(beside < besideEqual, beside + " and " + besideEqual);
    assertTrue(beside > 2 && besideEqual < 3);
  }

  @Test
  void givesWhoHasNoRecordTheGroupsRate() {
    List<GammaPoisson> members =
        pool(new double[] {24, 30, 18, 26, 22, 25, 23, 0}, new double[] {8, 8, 8, 8, 8, 8, 8, 0});
    assertEquals(3, members.get(7).mean(), .1);
    assertTrue(members.get(7).variance() > members.get(0).variance());
    assertTrue(pool(new double[] {0, 0}, new double[] {8, 8}).get(0).mean() < .1);
    assertTrue(pool(new double[] {0}, new double[] {0}).get(0).mean() > 0);
  }

  @Property(tries = 60)
  void liesBetweenTheOwnRecordAndThatOfOthers(
      @ForAll @IntRange(min = 1, max = 60) int low,
      @ForAll @IntRange(min = 1, max = 60) int more,
      @ForAll @DoubleRange(min = 1, max = 30) double weeks) {
    List<GammaPoisson> members =
        pool(new double[] {low, low + more, low + more}, new double[] {weeks, weeks, weeks});
    double first = members.get(0).mean();
    double second = members.get(1).mean();
    assertTrue(first > low / weeks && first < second, first + " and " + second);
    assertTrue(second < (low + more) / weeks * 1.001);
  }

  /** A whole record twice as long is one with weights of two. */
  @Property(tries = 40)
  void countsMayBeParts(@ForAll @DoubleRange(min = .1, max = 1) double part) {
    double[] counts = {20 * part, 28 * part, 36 * part};
    double[] exposures = {8 * part, 8 * part, 8 * part};
    double whole = pool(new double[] {20, 28, 36}, new double[] {8, 8, 8}).get(0).mean();
    double less = pool(counts, exposures).get(0).mean();
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
      List<Group<GammaPoisson>> groups = new ArrayList<>();
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
      List<List<GammaPoisson>> pooled = pooled(groups);
      for (int g = 0; g < 4; g++) {
        for (int i = 0; i < 6; i++) {
          Interval interval = pooled.get(g).get(i).interval(.8);
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

  /** Shares of trials are pooled alike, the company's before the team's. */
  @Test
  void sharesArePooledAlike() {
    Conjugate.Shares shares = new Conjugate.Shares();
    List<Tally> teams = List.of(new Tally(60, 200), new Tally(90, 200));
    List<Part<Beta>> before =
        PooledLevel.pool(shares, List.of(new Group<Beta>(List.of(), teams))).get(0).get(0).before();
    assertEquals(1, before.stream().mapToDouble(Part::weight).sum(), 1e-12);
    List<Tally> people = List.of(new Tally(12, 40), new Tally(20, 40), new Tally(0, 0));
    List<Member<Beta>> members =
        PooledLevel.pool(shares, List.of(new Group<>(before, people))).get(0);
    double low = Conjugate.Shares.mixture(members.get(0).after()).mean();
    double high = Conjugate.Shares.mixture(members.get(1).after()).mean();
    double none = Conjugate.Shares.mixture(members.get(2).after()).mean();
    assertTrue(.3 < low && low < none && none < high && high < .5, low + ", " + none + ", " + high);
    assertEquals(0, Conjugate.Shares.ownShare(members.get(2).before(), 0));
    double share = Conjugate.Shares.ownShare(members.get(0).before(), 40);
    assertTrue(share > 0 && share < 1, "share " + share);
  }

  /** The density on the even scale is one: it adds up to 1 over the scale. */
  @Test
  void densitiesAddUpOnTheEvenScale() {
    Conjugate.Shares shares = new Conjugate.Shares();
    Conjugate.Counts counts = new Conjugate.Counts();
    double ofShares = 0;
    double ofCounts = 0;
    for (double place = -8; place < 8; place += .01) {
      ofShares += .01 * shares.density(shares.around(.3, 20), shares.mean(place));
      ofCounts += .01 * counts.density(counts.around(3, 4), counts.mean(place));
    }
    assertEquals(1, ofShares, 1e-6);
    assertEquals(1, ofCounts, 1e-6);
  }
}
