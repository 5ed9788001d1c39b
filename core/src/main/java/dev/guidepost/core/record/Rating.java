package dev.guidepost.core.record;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.Objects;

/**
 * How good something was, on a scale.
 *
 * <pre>{@code
 * Rating rating = Rating.of(4, new UnitOfMeasure.Score(1, 5));
 * rating.toString();   // "4 (1..5)"
 * }</pre>
 *
 * @param score the score, within the bounds of the scale
 * @param scale the scale
 */
public record Rating(Quantity score, UnitOfMeasure.Score scale) {

  /**
   * Creates a rating.
   *
   * @param score the score
   * @param scale the scale
   * @throws IllegalArgumentException if the score is out of the scale's bounds
   */
  public Rating {
    Objects.requireNonNull(score, "score");
    if (!scale.admits(score)) {
      throw new IllegalArgumentException(
          "score must be " + scale.low() + " to " + scale.high() + ", but was " + score);
    }
  }

  /**
   * Returns a rating.
   *
   * @param score the score
   * @param scale the scale
   * @return the rating
   * @throws IllegalArgumentException if the score is out of the scale's bounds
   */
  public static Rating of(long score, UnitOfMeasure.Score scale) {
    return new Rating(Quantity.of(score), scale);
  }

  /**
   * Returns the rating of a text.
   *
   * @param text such as {@code "4 (1..5)"}
   * @return the rating
   * @throws IllegalArgumentException if it has another form, or the score is out of bounds
   */
  public static Rating parse(String text) {
    int at = text.indexOf(" (");
    if (at > 0
        && text.endsWith(")")
        && UnitOfMeasure.parse("score " + text.substring(at + 2, text.length() - 1))
            instanceof UnitOfMeasure.Score scale) {
      return new Rating(Quantity.parse(text.substring(0, at)), scale);
    }
    throw new IllegalArgumentException(
        "rating must look like \"4 (1..5)\", but was \"" + text + "\"");
  }

  /** Returns such as {@code "4 (1..5)"}, which {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    return score + " (" + scale.low() + ".." + scale.high() + ")";
  }
}
