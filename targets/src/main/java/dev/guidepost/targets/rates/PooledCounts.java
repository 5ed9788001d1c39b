package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.stat.GammaPoisson;
import java.util.ArrayList;
import java.util.List;

/**
 * Rates of counts of one level of the tree, pooled: the members of several groups, with one spread
 * for the level.
 *
 * <p>Members of a group have rates from a gamma distribution around the group's mean; the shape
 * tells how tightly. Neither is known: the shape is averaged over a grid that is even in the
 * coefficient of variation, 1 / sqrt(shape), with the prior that rises from zero in proportion to
 * it, as people are never all alike (Chung, Rabe-Hesketh, Dorie, Gelman and Liu, Psychometrika 78,
 * 2013); each group's mean over a grid with the prior that the level above gives. All are weighted
 * by the gamma-Poisson likelihood of the members (Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * 2.6 and 5.3). Counts may be weighted ones, so they need not be whole.
 */
final class PooledCounts {

  private static final int SHAPES = 24;
  private static final int MEANS = 13;
  private static final double SMALLEST = 0.03;
  private static final double LARGEST = 0.8;
  private static final double REACH = 4;
  private static final double NEGLIGIBLE = 3e-4;

  /** What half an event in a week is worth, where nothing is known: a guess that any data beat. */
  private static final double NOTHING = 0.5;

  /**
   * The members of one group.
   *
   * @param prior what is known of the group's mean without its members; empty for nothing
   * @param records the record of each member
   */
  record Group(List<Part> prior, List<Tally> records) {}

  /**
   * What one did.
   *
   * @param count how many; not whole where older ones count only in part
   * @param exposure in how many weeks, likewise
   */
  record Tally(double count, double exposure) {}

  /** A weighted gamma distribution. */
  record Part(double weight, GammaPoisson gamma) {}

  /**
   * What came out for one member.
   *
   * @param truth the distribution of its rate: the gamma distribution of the mixture's mean and
   *     variance
   * @param before the distribution of its rate before its own record
   */
  record Member(GammaPoisson truth, List<Part> before) {}

  private final List<Group> groups;
  private final double[] shapes = new double[SHAPES];
  private final double[][] means;
  private final double[][] priors;

  private PooledCounts(List<Group> groups) {
    this.groups = groups;
    for (int s = 0; s < SHAPES; s++) {
      double variation = SMALLEST + (LARGEST - SMALLEST) * s / (SHAPES - 1);
      shapes[s] = 1 / (variation * variation);
    }
    this.means = new double[groups.size()][];
    this.priors = new double[groups.size()][];
    for (int g = 0; g < means.length; g++) {
      means[g] = means(groups.get(g));
      priors[g] = priors(groups.get(g), means[g]);
    }
  }

  /** Pools the members of some groups; the result has one list for each group, in order. */
  static List<List<Member>> pool(List<Group> groups) {
    return new PooledCounts(groups).pool();
  }

  /** A grid of means around what prior and members say together, even in logarithms. */
  private static double[] means(Group group) {
    double events = NOTHING;
    double exposure = group.prior().isEmpty() ? 0 : NOTHING / matched(group.prior()).mean();
    for (int i = 0; i < group.records().size(); i++) {
      events += group.records().get(i).count();
      exposure += group.records().get(i).exposure();
    }
    double center = Math.log(events / (exposure == 0 ? 1 : exposure));
    double deviation = Math.sqrt(1 / events + 0.25 / Math.max(1, group.records().size()));
    double[] grid = new double[MEANS];
    for (int k = 0; k < MEANS; k++) {
      grid[k] = Math.exp(center + REACH * deviation * (2.0 * k / (MEANS - 1) - 1));
    }
    return grid;
  }

  private static double[] priors(Group group, double[] grid) {
    double[] weights = new double[grid.length];
    for (int k = 0; k < grid.length; k++) {
      // The grid is even in logarithms: a density of the rate becomes one of its logarithm.
      double density = 1;
      if (!group.prior().isEmpty()) {
        density = 0;
        for (Part part : group.prior()) {
          GammaPoisson gamma = part.gamma();
          density += part.weight() * Math.exp(gamma.logDensity(grid[k])) * grid[k];
        }
      }
      weights[k] = density;
    }
    return weights;
  }

  private List<List<Member>> pool() {
    int count = groups.size();
    double[][][] given = new double[SHAPES][count][MEANS];
    double[] logs = new double[SHAPES];
    double most = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < SHAPES; s++) {
      logs[s] = -0.5 * Math.log(shapes[s]);
      for (int g = 0; g < count; g++) {
        logs[s] += weigh(g, shapes[s], given[s][g]);
      }
      most = Math.max(most, logs[s]);
    }
    double sum = 0;
    double[] weights = new double[SHAPES];
    for (int s = 0; s < SHAPES; s++) {
      weights[s] = Math.exp(logs[s] - most);
      sum += weights[s];
    }
    for (int s = 0; s < SHAPES; s++) {
      weights[s] /= sum;
    }
    List<List<Member>> result = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      result.add(members(g, weights, given));
    }
    return result;
  }

  /** Fills the posterior weights of a group's means at a shape; returns the log likelihood. */
  private double weigh(int g, double shape, double[] into) {
    Group group = groups.get(g);
    double[] logs = new double[MEANS];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < MEANS; k++) {
      logs[k] = Math.log(Math.max(1e-300, priors[g][k]));
      for (int i = 0; i < group.records().size(); i++) {
        logs[k] +=
            GammaPoisson.of(shape, shape / means[g][k])
                .logLikelihood(group.records().get(i).count(), group.records().get(i).exposure());
      }
      most = Math.max(most, logs[k]);
    }
    double sum = 0;
    double prior = 0;
    for (int k = 0; k < MEANS; k++) {
      into[k] = Math.exp(logs[k] - most);
      sum += into[k];
      prior += priors[g][k];
    }
    for (int k = 0; k < MEANS; k++) {
      into[k] /= sum;
    }
    return most + Math.log(sum / prior);
  }

  private List<Member> members(int g, double[] weights, double[][][] given) {
    List<Part> found = new ArrayList<>();
    double kept = 0;
    for (int s = 0; s < SHAPES; s++) {
      for (int k = 0; k < MEANS; k++) {
        double weight = weights[s] * given[s][g][k];
        if (weight > NEGLIGIBLE) {
          found.add(new Part(weight, GammaPoisson.of(shapes[s], shapes[s] / means[g][k])));
          kept += weight;
        }
      }
    }
    ImmutableList.Builder<Part> scaled = ImmutableList.builder();
    for (Part part : found) {
      scaled.add(new Part(part.weight() / kept, part.gamma()));
    }
    List<Part> before = scaled.build();
    Group group = groups.get(g);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < group.records().size(); i++) {
      List<Part> after = new ArrayList<>();
      for (Part part : before) {
        after.add(
            new Part(
                part.weight(),
                part.gamma()
                    .update(group.records().get(i).count(), group.records().get(i).exposure())));
      }
      members.add(new Member(matched(after), before));
    }
    return members;
  }

  /** The gamma distribution with the mean and variance of a mixture. */
  private static GammaPoisson matched(List<Part> parts) {
    double mean = 0;
    double squares = 0;
    for (Part part : parts) {
      mean += part.weight() * part.gamma().mean();
      squares +=
          part.weight() * (part.gamma().variance() + part.gamma().mean() * part.gamma().mean());
    }
    double variance = squares - mean * mean;
    return GammaPoisson.ofMeanAndVariance(mean, variance);
  }
}
