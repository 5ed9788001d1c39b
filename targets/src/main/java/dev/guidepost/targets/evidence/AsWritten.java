package dev.guidepost.targets.evidence;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;

/**
 * Tells whether a ledger was written as of a day. The day of its last batch does not tell, as
 * records of a Friday may be written on Monday, and nothing may have come since: the ages of open
 * deals do, as each derivation writes them anew.
 */
final class AsWritten {

  /** What happens to deals on a day that no derivation of an earlier day can have written. */
  private static final List<MetricId> DEALS =
      List.of(StandardMetrics.OPPORTUNITIES, StandardMetrics.WINS, StandardMetrics.LOSSES);

  private AsWritten() {}

  /**
   * Refuses a ledger of another day.
   *
   * @throws IllegalArgumentException if it knows more of the deals than the as-of day, or the ages
   *     of its open deals are all of earlier days
   */
  static void require(Ledger ledger, LocalDate asOf) {
    long day = asOf.toEpochDay();
    Ledger ages = only(ledger, List.of(StandardMetrics.OPEN_AGE_DAYS));
    OptionalLong written = last(ages, i -> ages.epochDay(i) + ages.fact(i).amount().unscaledAt(0));
    Ledger deals = only(ledger, DEALS);
    OptionalLong happened = last(deals, deals::epochDay);
    if (written.orElse(day) > day || happened.orElse(day) > day) {
      throw new IllegalArgumentException(
          "ledger must be written as of the as-of day "
              + asOf
              + ", but knows of deals on "
              + LocalDate.ofEpochDay(Math.max(written.orElse(day), happened.orElse(day)))
              + ": pass ledger.known("
              + asOf
              + ")");
    }
    if (written.orElse(day) < day) {
      throw new IllegalArgumentException(
          "ledger must be written as of the as-of day "
              + asOf
              + ", but its open deals are as of "
              + LocalDate.ofEpochDay(written.getAsLong()));
    }
  }

  private static Ledger only(Ledger ledger, List<MetricId> metrics) {
    return ledger.of(
        metrics.stream().filter(metric -> ledger.catalog().find(metric).isPresent()).toList());
  }

  private static OptionalLong last(Ledger ledger, IntToLongFunction day) {
    OptionalLong last = OptionalLong.empty();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i)) {
        last = OptionalLong.of(Math.max(last.orElse(Long.MIN_VALUE), day.applyAsLong(i)));
      }
    }
    return last;
  }
}
