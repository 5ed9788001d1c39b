package dev.guidepost.rollup.variance;

import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.rollup.factor.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The midpoint decomposition of a ratio (Kitagawa 1955): what each part's own ratio did at its mean
 * share, and what its share did at the distance of its mean ratio from that of the whole. Measured
 * from the whole, a share that grows is good where the part is better than the whole; what is taken
 * off adds up to 0, as shares always add up to 1.
 */
final class RateShares {

  private static final Fraction HALF = Fraction.of(1).over(Fraction.of(2));

  /**
   * A part on both sides.
   *
   * @param before its sums before
   * @param after its sums after
   * @param oneSided what it is if it is in the ratio on one side only
   */
  record Part(Amounts before, Amounts after, Cause oneSided) {
    Part plus(Part other) {
      return new Part(before.plus(other.before), after.plus(other.after), oneSided);
    }
  }

  private final Product above;
  private final Product below;
  private final Map<String, Part> parts;

  RateShares(Product above, Product below, Map<String, Part> parts) {
    this.above = above;
    this.below = below;
    this.parts = parts;
  }

  /** Returns the parts that are in the ratio; empty if there is none on one side. */
  Optional<List<RateVariance.Part>> parts() {
    Fraction allBefore = sum(Part::before, below);
    Fraction allAfter = sum(Part::after, below);
    if (allBefore.signum() <= 0 || allAfter.signum() <= 0) {
      return Optional.empty();
    }
    Fraction whole =
        sum(Part::before, above)
            .over(allBefore)
            .plus(sum(Part::after, above).over(allAfter))
            .times(HALF);
    List<RateVariance.Part> found = new ArrayList<>();
    parts.forEach(
        (label, part) -> {
          Side before = side(part.before(), allBefore);
          Side after = side(part.after(), allAfter);
          if (!before.isNothing() || !after.isNothing()) {
            found.add(part(label, part, before, after, whole));
          }
        });
    return Optional.of(found);
  }

  private Fraction sum(Function<Part, Amounts> side, Product product) {
    return parts.values().stream()
        .map(part -> value(product, side.apply(part)))
        .reduce(Fraction.ZERO, Fraction::plus);
  }

  private static Fraction value(Product product, Amounts sums) {
    return product.value(sums).orElseThrow();
  }

  /** The share of a part in what is divided by, and how much of the whole ratio it makes. */
  private record Side(Fraction share, Fraction makes) {
    boolean isNothing() {
      return share.signum() == 0 && makes.signum() == 0;
    }

    Optional<Fraction> rate() {
      return share.signum() == 0 ? Optional.empty() : Optional.of(makes.over(share));
    }
  }

  private Side side(Amounts sums, Fraction all) {
    return new Side(value(below, sums).over(all), value(above, sums).over(all));
  }

  private static RateVariance.Part part(
      String label, Part part, Side before, Side after, Fraction whole) {
    Fraction share = after.share().minus(before.share());
    Fraction change = after.makes().minus(before.makes()).minus(whole.times(share));
    if (before.rate().isPresent() && after.rate().isPresent()) {
      Fraction own =
          after
              .rate()
              .get()
              .minus(before.rate().get())
              .times(before.share().plus(after.share()).times(HALF));
      return line(label, Cause.MIX, before, after, own, change.minus(own));
    }
    boolean made =
        (before.rate().isPresent() || before.makes().signum() == 0)
            && (after.rate().isPresent() || after.makes().signum() == 0);
    return line(
        label, made ? part.oneSided() : Cause.UNEXPLAINED, before, after, Fraction.ZERO, change);
  }

  private static RateVariance.Part line(
      String label, Cause cause, Side before, Side after, Fraction own, Fraction other) {
    return new RateVariance.Part(
        label,
        before.share(),
        after.share(),
        before.rate(),
        after.rate(),
        own,
        cause,
        other,
        before.makes(),
        after.makes());
  }
}
