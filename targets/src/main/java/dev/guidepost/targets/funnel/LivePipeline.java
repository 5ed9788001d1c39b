package dev.guidepost.targets.funnel;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Open deals, told apart into live, stale and undated, with the chance of each to be won by a date.
 *
 * @param deals all open deals, live ones first, then by expected value; unmodifiable
 * @param staleAge the oldest age in days at which a deal was ever won; empty if that is not known
 */
public record LivePipeline(List<DealOutlook> deals, OptionalInt staleAge) {

  private static final Comparator<DealOutlook> ORDER =
      Comparator.comparing(DealOutlook::state)
          .thenComparing(Comparator.comparingDouble(DealOutlook::expected).reversed())
          .thenComparing(outlook -> outlook.deal().id());

  /**
   * Creates a pipeline.
   *
   * @param deals all open deals
   * @param staleAge the oldest age in days at which a deal was ever won
   */
  public LivePipeline {
    deals = ImmutableList.copyOf(deals);
  }

  /**
   * Creates a pipeline without saying from which age on its deals are stale.
   *
   * @param deals all open deals
   */
  public LivePipeline(List<DealOutlook> deals) {
    this(deals, OptionalInt.empty());
  }

  /**
   * Judges open deals.
   *
   * @param deals deals as known on the as-of day; closed ones are passed over
   * @param asOf the as-of day, included
   * @param end the day after the last day on which a win counts
   * @param curve the win curve of the owner, with the ageing of the owner's place
   * @param sizes what won deals bring
   * @return the open deals
   */
  public static LivePipeline of(
      List<Deal> deals, LocalDate asOf, LocalDate end, WinCurve curve, DealSizes sizes) {
    return of(deals, asOf, asOf.plusDays(1), end, curve, sizes);
  }

  /**
   * Judges open deals by their chance to be won on the days of a period that is still to come.
   *
   * @param deals deals as known on the as-of day; closed ones are passed over
   * @param asOf the as-of day, included
   * @param from the first day on which a win counts; days up to the as-of day are gone
   * @param end the day after the last day on which a win counts
   * @param curve the win curve of the owner, with the ageing of the owner's place
   * @param sizes what won deals bring
   * @return the open deals
   */
  public static LivePipeline of(
      List<Deal> deals,
      LocalDate asOf,
      LocalDate from,
      LocalDate end,
      WinCurve curve,
      DealSizes sizes) {
    return of(deals, asOf, from, curve.daysAhead(asOf, end), curve, sizes);
  }

  /**
   * Judges open deals by their chance to be won on days that count alike for other odds.
   *
   * @param deals deals as known on the as-of day; closed ones are passed over
   * @param asOf the as-of day, included
   * @param from the first day on which a win counts; days up to the as-of day are gone
   * @param ahead the days from the as-of day on, see {@link WinCurve#daysAhead}
   * @param curve the win curve of the owner, with the ageing of the owner's place
   * @param sizes what won deals bring
   * @return the open deals
   */
  public static LivePipeline of(
      List<Deal> deals,
      LocalDate asOf,
      LocalDate from,
      DaysAhead ahead,
      WinCurve curve,
      DealSizes sizes) {
    List<DealOutlook> open = new ArrayList<>();
    for (Deal deal : deals) {
      if (deal.outcome() == Outcome.OPEN) {
        OptionalInt age = deal.ageOn(asOf);
        DealOutlook.State state =
            age.isEmpty()
                ? DealOutlook.State.UNDATED
                : age.getAsInt() > curve.staleAge()
                    ? DealOutlook.State.STALE
                    : DealOutlook.State.LIVE;
        double chance =
            state == DealOutlook.State.LIVE ? curve.chance(age.getAsInt(), asOf, from, ahead) : 0;
        open.add(new DealOutlook(deal, state, age, chance, sizes.ifWon(deal)));
      }
    }
    return new LivePipeline(open.stream().sorted(ORDER).toList(), OptionalInt.of(curve.staleAge()));
  }

  /**
   * Joins the pipelines of several people, such as those of a team. A deal that several of them
   * have a part of is one deal, which brings the sum of their parts.
   *
   * @param pipelines the pipelines, each with its own part of a deal
   * @return all deals, each once; stale from the highest age of any of them
   */
  public static LivePipeline join(List<LivePipeline> pipelines) {
    Map<DealId, DealOutlook> each = new LinkedHashMap<>();
    for (LivePipeline one : pipelines) {
      for (DealOutlook deal : one.deals()) {
        each.merge(
            deal.deal().id(),
            deal,
            (part, other) -> part.bringing(part.ifWon().plus(other.ifWon())));
      }
    }
    return new LivePipeline(
        each.values().stream().sorted(ORDER).toList(),
        pipelines.stream().flatMapToInt(one -> one.staleAge().stream()).max());
  }

  /**
   * Returns the same deals as far as they count for somebody.
   *
   * @param part what each deal brings if it is won
   * @return the deals, with the chances that they have
   */
  public LivePipeline bringing(Function<Deal, Quantity> part) {
    return new LivePipeline(
        deals.stream().map(deal -> deal.bringing(part.apply(deal.deal()))).sorted(ORDER).toList(),
        staleAge);
  }

  /**
   * Returns the deals in a state.
   *
   * @param state the state
   * @return the deals, by expected value; unmodifiable
   */
  public List<DealOutlook> in(DealOutlook.State state) {
    return deals.stream()
        .filter(deal -> deal.state() == state)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns what the deals in a state would bring if all of them were won.
   *
   * @param state the state
   * @return the sum
   */
  public Quantity value(DealOutlook.State state) {
    Quantity sum = Quantity.ZERO;
    for (DealOutlook deal : in(state)) {
      sum = sum.plus(deal.ifWon());
    }
    return sum;
  }

  /**
   * Returns the dated deals at their price at list, the value that a report of the pipeline shows
   * before anything is learned.
   *
   * @return live deals beside all dated ones
   */
  public PipelineAtList atList() {
    List<DealOutlook> live = in(DealOutlook.State.LIVE);
    List<DealOutlook> stale = in(DealOutlook.State.STALE);
    return PipelineAtList.of(live, stale, staleAge);
  }

  /** Returns live and stale deals on one line. */
  @Override
  public String toString() {
    List<DealOutlook> live = in(DealOutlook.State.LIVE);
    double expected = live.stream().mapToDouble(DealOutlook::expected).sum();
    return String.format(
        Locale.ROOT,
        "%,d live of %,d open deals, %s if all won, %,.0f expected; %,d stale, %,d undated",
        live.size(),
        deals.size(),
        value(DealOutlook.State.LIVE).round(0, java.math.RoundingMode.HALF_UP).print(),
        expected,
        in(DealOutlook.State.STALE).size(),
        in(DealOutlook.State.UNDATED).size());
  }
}
