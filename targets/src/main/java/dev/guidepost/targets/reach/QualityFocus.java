package dev.guidepost.targets.reach;

import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Ratio;
import java.util.Locale;

/**
 * The one rate of a person that is lower than that of the others beyond chance.
 *
 * @param metric the rate
 * @param own the person's
 * @param common that of all
 * @param people how many people were compared
 */
public record QualityFocus(MetricId metric, Ratio own, Ratio common, int people) {

  /** Returns both rates on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %.0f %% (%s of %s), all %d people %.0f %%: beyond chance",
        metric,
        percent(own),
        own.numerator(),
        own.denominator(),
        people,
        percent(common));
  }

  private static double percent(Ratio ratio) {
    return ratio.numerator().toDouble() / ratio.denominator().toDouble() * 100;
  }
}
