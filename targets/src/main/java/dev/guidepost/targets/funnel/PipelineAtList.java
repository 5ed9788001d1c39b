package dev.guidepost.targets.funnel;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How much of an open pipeline is live, at list: each dated deal at its price at list, or at its
 * own amount where the source has no list. Nothing is discounted and no chance is taken into
 * account.
 *
 * @param live how many live deals there are
 * @param dated how many live and stale deals there are
 * @param liveValue the sum of live deals
 * @param datedValue the sum of live and stale deals
 * @param unpriced how many of the dated deals have neither price nor amount, and count as 0
 * @param staleAge the oldest age in days at which a deal was ever won; empty if that is not known
 */
public record PipelineAtList(
    long live,
    long dated,
    Quantity liveValue,
    Quantity datedValue,
    long unpriced,
    OptionalInt staleAge) {

  static PipelineAtList of(List<DealOutlook> live, List<DealOutlook> stale, OptionalInt staleAge) {
    Quantity liveValue = sum(live);
    return new PipelineAtList(
        live.size(),
        (long) live.size() + stale.size(),
        liveValue,
        liveValue.plus(sum(stale)),
        Stream.concat(live.stream(), stale.stream())
            .filter(deal -> price(deal.deal()).isEmpty())
            .count(),
        staleAge);
  }

  private static Quantity sum(List<DealOutlook> deals) {
    Quantity sum = Quantity.ZERO;
    for (DealOutlook deal : deals) {
      sum = sum.plus(price(deal.deal()).orElse(Quantity.ZERO));
    }
    return sum;
  }

  private static Optional<Quantity> price(Deal deal) {
    return deal.listAmount().or(deal::amount);
  }

  private static String print(Quantity value, double size) {
    double amount = value.toDouble();
    return size >= 1e6
        ? String.format(Locale.ROOT, "%.2fM", amount / 1e6)
        : size >= 1e4
            ? String.format(Locale.ROOT, "%.0fk", amount / 1e3)
            : String.format(Locale.ROOT, "%.0f", amount);
  }

  /**
   * Returns live of dated deals on one line, such as {@code "298 of 1,589 dated open deals, 0.69M
   * of 3.89M at list; the rest older than any deal that was won (138 days): 0"}.
   */
  @Override
  public String toString() {
    double size = datedValue.toDouble();
    return String.format(
            Locale.ROOT,
            "%,d of %,d dated open deals, %s of %s at list",
            live,
            dated,
            print(liveValue, size),
            print(datedValue, size))
        + (unpriced == 0 ? "" : String.format(Locale.ROOT, " (%,d without a price)", unpriced))
        + "; the rest older than any deal that was won"
        + (staleAge.isEmpty() ? "" : " (" + staleAge.getAsInt() + " days)")
        + ": 0";
  }
}
