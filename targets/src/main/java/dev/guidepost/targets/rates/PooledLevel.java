package dev.guidepost.targets.rates;

import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaBinomial;
import dev.guidepost.core.stat.BetaMixture;
import java.util.ArrayList;
import java.util.List;

/**
 * One level of the tree, pooled: the children of several parents, with one strength for the level.
 *
 * <p>Children of a parent have rates from a beta distribution around the parent's mean; the
 * strength tells how tightly. Neither is known. The strength is averaged over a grid that is even
 * in the spread, 1 / sqrt(strength) (Gelman et al., Bayesian Data Analysis, 3rd ed., 5.3), with the
 * prior that rises from zero in proportion to the spread: it keeps the spread away from zero, as
 * people are never all alike, and else lets the data speak (Chung, Rabe-Hesketh, Dorie, Gelman and
 * Liu, Psychometrika 78, 2013). Each parent's mean is averaged over a grid with the prior that the
 * level above gives. All are weighted by the beta-binomial likelihood of the children. A child's
 * own record thus never counts twice, and what is not known of mean and strength widens the
 * interval.
 */
final class PooledLevel {

  private static final int STRENGTHS = 24;
  private static final int MEANS = 13;
  private static final double SMALLEST = 0.01;
  private static final double LARGEST = 0.40;
  private static final double REACH = 4;
  private static final double NEGLIGIBLE = 3e-4;

  /**
   * The children of one parent.
   *
   * @param prior what is known of the parent's mean without its children; empty for nothing
   * @param records the record of each child
   */
  record Family(List<Part> prior, List<Tally> records) {}

  /**
   * What one did.
   *
   * @param events how many came off; not whole where older ones count only in part
   * @param trials how many there were, likewise
   */
  record Tally(double events, double trials) {}

  /** A weighted beta distribution. */
  record Part(double weight, Beta beta) {}

  /**
   * What came out for one child.
   *
   * @param truth the distribution of its rate
   * @param before the distribution of its rate before its own record
   * @param ownShare how much of the estimate is its own record
   */
  record Child(BetaMixture truth, List<Part> before, double ownShare) {}

  private final List<Family> families;
  private final double[] strengths = new double[STRENGTHS];
  private final double[][] means;
  private final double[][] priors;

  private PooledLevel(List<Family> families) {
    this.families = families;
    for (int i = 0; i < STRENGTHS; i++) {
      double root = SMALLEST + (LARGEST - SMALLEST) * i / (STRENGTHS - 1);
      strengths[i] = 1 / (root * root);
    }
    this.means = new double[families.size()][];
    this.priors = new double[families.size()][];
    for (int f = 0; f < means.length; f++) {
      means[f] = means(families.get(f));
      priors[f] = priors(families.get(f), means[f]);
    }
  }

  /** Pools the children of some families; the result has one list for each family, in order. */
  static List<List<Child>> pool(List<Family> families) {
    return new PooledLevel(families).pool();
  }

  /** A grid of means around the family's common rate, even in logits. */
  private static double[] means(Family family) {
    double events = 0.5;
    double trials = 1;
    for (int i = 0; i < family.records().size(); i++) {
      events += family.records().get(i).events();
      trials += family.records().get(i).trials();
    }
    double rate = events / trials;
    double deviation =
        Math.sqrt(
            1 / (trials * rate * (1 - rate)) + 1.0 / (20 * Math.max(1, family.records().size())));
    double center = Math.log(rate / (1 - rate));
    double[] grid = new double[MEANS];
    for (int k = 0; k < MEANS; k++) {
      double logit = center + REACH * deviation * (2.0 * k / (MEANS - 1) - 1);
      grid[k] = 1 / (1 + Math.exp(-logit));
    }
    return grid;
  }

  private static double[] priors(Family family, double[] grid) {
    double[] weights = new double[grid.length];
    for (int k = 0; k < grid.length; k++) {
      // The grid is even in logits: a density of the rate becomes one of the logit by p(1 - p).
      double density = 1;
      if (!family.prior().isEmpty()) {
        density = 0;
        for (Part part : family.prior()) {
          density += part.weight() * density(part.beta(), grid[k]);
        }
        density *= grid[k] * (1 - grid[k]);
      }
      weights[k] = density;
    }
    return weights;
  }

  private static double density(Beta beta, double rate) {
    double width = 1e-4 * Math.min(rate, 1 - rate);
    return (beta.cdf(rate + width) - beta.cdf(rate - width)) / (2 * width);
  }

  private List<List<Child>> pool() {
    int count = families.size();
    double[][][] given = new double[STRENGTHS][count][MEANS];
    double[] logs = new double[STRENGTHS];
    for (int s = 0; s < STRENGTHS; s++) {
      double root = 1 / Math.sqrt(strengths[s]);
      logs[s] = Math.log(root);
      for (int f = 0; f < count; f++) {
        logs[s] += weigh(f, strengths[s], given[s][f]);
      }
    }
    double[] weights = normalised(logs);
    List<List<Child>> result = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      result.add(children(f, weights, given));
    }
    return result;
  }

  /** Fills the posterior weights of a family's means at a strength; returns the log likelihood. */
  private double weigh(int f, double strength, double[] into) {
    Family family = families.get(f);
    double[] logs = new double[MEANS];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < MEANS; k++) {
      Beta beta = Beta.ofMeanAndStrength(means[f][k], strength);
      logs[k] = Math.log(Math.max(1e-300, priors[f][k]));
      for (int i = 0; i < family.records().size(); i++) {
        if (family.records().get(i).trials() > 0) {
          logs[k] +=
              BetaBinomial.logLikelihood(
                  family.records().get(i).events(), family.records().get(i).trials(), beta);
        }
      }
      most = Math.max(most, logs[k]);
    }
    double sum = 0;
    double prior = 0;
    for (int k = 0; k < MEANS; k++) {
      into[k] = Math.exp(logs[k] - most);
      sum += into[k];
      prior += priors[f][k];
    }
    for (int k = 0; k < MEANS; k++) {
      into[k] /= sum;
    }
    return most + Math.log(sum / prior);
  }

  private static double[] normalised(double[] logs) {
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    double sum = 0;
    double[] weights = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      weights[i] = Math.exp(logs[i] - most);
      sum += weights[i];
    }
    for (int i = 0; i < logs.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private List<Child> children(int f, double[] weights, double[][][] given) {
    List<Part> before = new ArrayList<>();
    double kept = 0;
    for (int s = 0; s < STRENGTHS; s++) {
      for (int k = 0; k < MEANS; k++) {
        double weight = weights[s] * given[s][f][k];
        if (weight > NEGLIGIBLE) {
          before.add(new Part(weight, Beta.ofMeanAndStrength(means[f][k], strengths[s])));
          kept += weight;
        }
      }
    }
    List<Child> children = new ArrayList<>();
    Family family = families.get(f);
    double[] shares = new double[before.size()];
    for (int c = 0; c < shares.length; c++) {
      shares[c] = before.get(c).weight() / kept;
    }
    for (int i = 0; i < family.records().size(); i++) {
      double events = family.records().get(i).events();
      double trials = family.records().get(i).trials();
      double own = 0;
      List<Beta> after = new ArrayList<>();
      for (int c = 0; c < shares.length; c++) {
        Beta beta = before.get(c).beta();
        own += shares[c] * trials / (trials + beta.alpha() + beta.beta());
        after.add(Beta.of(beta.alpha() + events, beta.beta() + (trials - events)));
      }
      children.add(new Child(BetaMixture.of(shares, after), before, Math.min(1, own)));
    }
    return children;
  }
}
