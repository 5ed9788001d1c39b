package dev.guidepost.targets.plan;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.outlook.Chances;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a host keeps of a {@link PlanBook}. Days are texts such as {@code "2026-11-02"}, amounts as
 * {@link Quantity#toString()} writes them; what is not there is an empty text.
 *
 * @param plans the agreed plans, in order
 */
public record PlanBookState(List<EntryState> plans) {

  /**
   * Creates a state.
   *
   * @param plans the agreed plans
   */
  public PlanBookState {
    plans = Words.kept("plans", plans);
  }

  /**
   * What a host keeps of an agreed plan.
   *
   * @param person whose plan it is
   * @param agreedWith with whom
   * @param agreedOn the day
   * @param review the day from which it runs
   * @param period the period, as {@link Period#toString()} writes it
   * @param target the goal, if there is one
   * @param won booked by then
   * @param live expected from live deals
   * @param created what is expected of opportunities to create
   * @param deals the deals
   * @param lines what to do
   * @param chances the three chances; none without a goal
   */
  public record EntryState(
      String person,
      String agreedWith,
      String agreedOn,
      String review,
      String period,
      String target,
      String won,
      String live,
      List<WeekState> created,
      List<PlannedDealState> deals,
      List<LineState> lines,
      List<Double> chances) {

    /**
     * Creates a state.
     *
     * @param person whose plan it is
     * @param agreedWith with whom
     * @param agreedOn the day
     * @param review the day from which it runs
     * @param period the period
     * @param target the goal
     * @param won booked by then
     * @param live expected from live deals
     * @param created what is expected of opportunities to create
     * @param deals the deals
     * @param lines what to do
     * @param chances the three chances
     */
    public EntryState {
      created = Words.kept("created", created);
      deals = Words.kept("deals", deals);
      lines = Words.kept("lines", lines);
      chances = Words.kept("chances", chances);
    }

    static EntryState of(PlanBook.Entry entry) {
      PlanVersion plan = entry.plan();
      return new EntryState(
          plan.person().value(),
          entry.agreedWith().value(),
          entry.agreedOn().toString(),
          plan.review().toString(),
          plan.period().toString(),
          plan.target().map(Quantity::toString).orElse(""),
          plan.won().toString(),
          plan.live().toString(),
          plan.created().stream().map(WeekState::of).toList(),
          plan.deals().stream().map(PlannedDealState::of).toList(),
          plan.lines().stream().map(LineState::of).toList(),
          plan.chances()
              .map(three -> List.of(three.nothingNew(), three.recentRate(), three.withPlan()))
              .orElse(List.of()));
    }

    PlanBook.Entry read() {
      String whose = " of a plan of " + person;
      if (!chances.isEmpty() && chances.size() != 3) {
        throw new IllegalArgumentException(
            "chances" + whose + " must be three or none, but were " + chances.size());
      }
      return new PlanBook.Entry(
          new PlanVersion(
              PersonId.of(person),
              Words.day("review" + whose, review),
              Period.parse(period),
              target.isEmpty() ? Optional.empty() : Optional.of(Quantity.parse(target)),
              Quantity.parse(won),
              Quantity.parse(live),
              created.stream().map(WeekState::read).toList(),
              deals.stream().map(PlannedDealState::read).toList(),
              lines.stream().map(LineState::read).toList(),
              chances.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Chances(chances.get(0), chances.get(1), chances.get(2)))),
          PersonId.of(agreedWith),
          Words.day("day of agreement" + whose, agreedOn));
    }
  }

  /**
   * What a host keeps of the opportunities to create in a week.
   *
   * @param week the first day of the week
   * @param count how many
   * @param expected what they bring on average
   */
  public record WeekState(String week, long count, String expected) {

    static WeekState of(PlanVersion.CreatedWeek week) {
      return new WeekState(week.weekStart().toString(), week.count(), week.expected().toString());
    }

    PlanVersion.CreatedWeek read() {
      return new PlanVersion.CreatedWeek(
          Words.day("week of a plan", week), count, Quantity.parse(expected));
    }
  }

  /**
   * What a host keeps of a deal of a plan.
   *
   * @param deal which
   * @param label what people call it
   * @param outcome such as {@code "open"}
   * @param stage its stage
   * @param expectedClose the day on which it was expected to close, if one was noted
   * @param amount what it was to bring, or brought
   * @param expected what it was expected to bring
   */
  public record PlannedDealState(
      String deal,
      String label,
      String outcome,
      String stage,
      String expectedClose,
      String amount,
      String expected) {

    static PlannedDealState of(PlanVersion.PlannedDeal deal) {
      return new PlannedDealState(
          deal.deal().value(),
          deal.label(),
          deal.outcome().name().toLowerCase(Locale.ROOT),
          deal.stage(),
          Words.text(deal.expectedClose()),
          deal.amount().toString(),
          deal.expected().toString());
    }

    PlanVersion.PlannedDeal read() {
      return new PlanVersion.PlannedDeal(
          DealId.of(deal),
          label,
          Words.parse("outcome of deal " + deal, Outcome.class, outcome),
          stage,
          Words.dayIfAny("expected close of deal " + deal, expectedClose),
          Quantity.parse(amount),
          Quantity.parse(expected));
    }
  }

  /**
   * What a host keeps of a line.
   *
   * @param kind such as {@code "advance"}
   * @param week the first day of the week in which to do it
   * @param subject what it is about
   * @param deal the deal, if it is about one
   * @param step what exactly
   * @param count how many
   * @param by the last day to do it
   * @param why why it is asked
   * @param evidence what the number stands on
   */
  public record LineState(
      String kind,
      String week,
      String subject,
      String deal,
      String step,
      long count,
      String by,
      String why,
      String evidence) {

    static LineState of(PlanLine line) {
      return new LineState(
          line.kind().toString(),
          line.weekStart().toString(),
          line.subject(),
          line.deal().map(DealId::value).orElse(""),
          line.step(),
          line.count(),
          line.by().toString(),
          line.why(),
          line.evidence());
    }

    PlanLine read() {
      LocalDate start = Words.day("week of a line", week);
      return new PlanLine(
          Words.parse("kind of a line", PlanLine.Kind.class, kind),
          start,
          subject,
          deal.isEmpty() ? Optional.empty() : Optional.of(DealId.of(deal)),
          step,
          count,
          Words.day("last day of a line", by),
          why,
          evidence);
    }
  }
}
