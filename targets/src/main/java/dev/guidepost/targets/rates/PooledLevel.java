package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * One level of the tree, pooled: the members of several groups, with one strength for the level.
 *
 * <p>Members of a group have rates from a distribution around the group's mean; the strength tells
 * how tightly. Neither is known. The strength is averaged over a grid that is even in the spread, 1
 * / sqrt(strength) (Gelman et al., Bayesian Data Analysis, 3rd ed., 5.3), with the prior that rises
 * from zero in proportion to the spread: it keeps the spread away from zero, as people are never
 * all alike, and else lets the data speak (Chung, Rabe-Hesketh, Dorie, Gelman and Liu,
 * Psychometrika 78, 2013). Each group's mean is averaged over a grid with the prior that the level
 * above gives. All are weighted by the likelihood of the members. A member's own record thus never
 * counts twice, and what is not known of mean and strength widens the interval. Records may be
 * weighted ones, so they need not be whole.
 *
 * @param <D> the distribution of a rate
 */
final class PooledLevel<D> {

  private static final int SPREADS = 24;
  private static final int MEANS = 13;
  private static final double REACH = 4;
  private static final double NEGLIGIBLE = 3e-4;

  /**
   * The members of one group.
   *
   * @param prior what is known of the group's mean without its members; empty for nothing
   * @param records the record of each member
   */
  record Group<D>(List<Part<D>> prior, List<Tally> records) {

    double events() {
      return records.stream().mapToDouble(Tally::events).sum();
    }

    double exposure() {
      return records.stream().mapToDouble(Tally::exposure).sum();
    }
  }

  /**
   * What one did.
   *
   * @param events how many came off; not whole where older ones count only in part
   * @param exposure in how many weeks, or of how many trials, likewise
   */
  record Tally(double events, double exposure) {}

  /** A weighted distribution. */
  record Part<D>(double weight, D rate) {}

  /**
   * What came out for one member: the parts of a mixture, whose weights add up to 1.
   *
   * @param before the distribution of its rate before its own record
   * @param after the same with it, part by part
   */
  record Member<D>(List<Part<D>> before, List<Part<D>> after) {}

  private final Conjugate<D> family;
  private final List<Group<D>> groups;
  private final double[] spreads = new double[SPREADS];
  private final double[][] means;
  private final double[][] priors;

  private PooledLevel(Conjugate<D> family, List<Group<D>> groups) {
    this.family = family;
    this.groups = groups;
    for (int s = 0; s < SPREADS; s++) {
      spreads[s] =
          family.smallestSpread()
              + (family.largestSpread() - family.smallestSpread()) * s / (SPREADS - 1);
    }
    this.means = new double[groups.size()][MEANS];
    this.priors = new double[groups.size()][MEANS];
    for (int g = 0; g < means.length; g++) {
      Group<D> group = groups.get(g);
      Conjugate.Place place = family.place(group);
      for (int k = 0; k < MEANS; k++) {
        means[g][k] =
            family.mean(place.center() + REACH * place.deviation() * (2.0 * k / (MEANS - 1) - 1));
        priors[g][k] = prior(group, means[g][k]);
      }
    }
  }

  /** Pools the members of some groups; the result has one list for each group, in order. */
  static <D> List<List<Member<D>>> pool(Conjugate<D> family, List<Group<D>> groups) {
    return new PooledLevel<>(family, groups).pool();
  }

  private double prior(Group<D> group, double mean) {
    if (group.prior().isEmpty()) {
      return 1;
    }
    double density = 0;
    for (Part<D> part : group.prior()) {
      density += part.weight() * family.density(part.rate(), mean);
    }
    return density;
  }

  private D around(int g, int k, int s) {
    return family.around(means[g][k], 1 / (spreads[s] * spreads[s]));
  }

  private List<List<Member<D>>> pool() {
    double[][][] given = new double[groups.size()][SPREADS][MEANS];
    double[] weights = new double[SPREADS];
    for (int s = 0; s < SPREADS; s++) {
      weights[s] = Math.log(spreads[s]);
    }
    for (int g = 0; g < given.length; g++) {
      weigh(g, given[g], weights);
    }
    normalise(weights);
    List<List<Member<D>>> result = new ArrayList<>();
    for (int g = 0; g < given.length; g++) {
      result.add(members(groups.get(g), before(g, weights, given[g])));
    }
    return result;
  }

  /** Fills the posterior weights of a group's means at each spread; adds the log likelihoods. */
  private void weigh(int g, double[][] given, double[] logs) {
    List<Tally> seen =
        groups.get(g).records().stream().filter(record -> record.exposure() > 0).toList();
    double[] events = seen.stream().mapToDouble(Tally::events).toArray();
    double[] exposures = seen.stream().mapToDouble(Tally::exposure).toArray();
    double prior = 0;
    for (double density : priors[g]) {
      prior += density;
    }
    for (int s = 0; s < SPREADS; s++) {
      for (int k = 0; k < MEANS; k++) {
        given[s][k] =
            Math.log(Math.max(1e-300, priors[g][k]))
                + family.logLikelihood(around(g, k, s), events, exposures);
      }
      logs[s] += normalise(given[s]) - Math.log(prior);
    }
  }

  /** Turns logarithms of weights into weights that add up to 1; returns the log of their sum. */
  private static double normalise(double[] weights) {
    double most = Double.NEGATIVE_INFINITY;
    for (double log : weights) {
      most = Math.max(most, log);
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(weights[i] - most);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return most + Math.log(sum);
  }

  private List<Part<D>> before(int g, double[] weights, double[][] given) {
    List<Part<D>> found = new ArrayList<>();
    double kept = 0;
    for (int s = 0; s < SPREADS; s++) {
      for (int k = 0; k < MEANS; k++) {
        double weight = weights[s] * given[s][k];
        if (weight > NEGLIGIBLE) {
          found.add(new Part<>(weight, around(g, k, s)));
          kept += weight;
        }
      }
    }
    ImmutableList.Builder<Part<D>> scaled = ImmutableList.builder();
    for (Part<D> part : found) {
      scaled.add(new Part<>(part.weight() / kept, part.rate()));
    }
    return scaled.build();
  }

  private List<Member<D>> members(Group<D> group, List<Part<D>> before) {
    List<Member<D>> members = new ArrayList<>();
    for (Tally record : group.records()) {
      List<Part<D>> after = new ArrayList<>();
      for (Part<D> part : before) {
        after.add(new Part<>(part.weight(), family.update(part.rate(), record)));
      }
      members.add(new Member<>(before, after));
    }
    return members;
  }
}
