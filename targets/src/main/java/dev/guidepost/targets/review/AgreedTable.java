package dev.guidepost.targets.review;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.plan.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.UnitOutlook;
import dev.guidepost.targets.rates.PersonalRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The section that lists people by name: last week's commitments, what is proposed, and chances.
 */
final class AgreedTable {

  private static final int NAME = 18;
  private static final double CONFIDENCE = 0.8;

  private final ReviewSource source;
  private final Evidence evidence;
  private final String unitName;
  private final List<PersonId> listed;
  private final Map<PersonId, Plan> plans;
  private final List<PersonId> people;
  private final Optional<UnitOutlook> outlook;
  private final Promises promises;

  AgreedTable(
      ReviewSource source,
      String unitName,
      List<PersonId> listed,
      Map<PersonId, Plan> plans,
      List<PersonId> people,
      Optional<UnitOutlook> outlook,
      Promises promises) {
    this.source = source;
    this.evidence = source.evidence();
    this.unitName = unitName;
    this.listed = listed;
    this.plans = plans;
    this.people = people;
    this.outlook = outlook;
    this.promises = promises;
  }

  WeeklyReview.Section section() {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "last week", "next", "", "", "cover", "", period(), "", ""));
    lines.add(row("", "done/agr.", "meet", "opp", "adv", "now", "need", "as is", "plan", "status"));
    for (PersonId person : listed) {
      lines.add(person(person));
    }
    if (listed.size() < people.size()) {
      lines.add(
          String.format(
              Locale.ROOT,
              " %d others without a finding: create %d opportunities together",
              people.size() - listed.size(),
              people.stream()
                  .filter(person -> !listed.contains(person))
                  .mapToLong(this::opportunities)
                  .sum()));
    }
    lines.add(unitRow());
    coverage().ifPresent(lines::add);
    if (source.commitments().all().isEmpty()) {
      lines.add(" No commitments in this source: nothing was agreed that could be done");
    }
    if (evidence.conversions().isEmpty()) {
      lines.add(" No activities in this source: the plan stops at opportunities");
    }
    return new WeeklyReview.Section("AGREED, DONE, NEXT  (by name, not ranked)", lines);
  }

  private String period() {
    String label = evidence.period().label();
    return label.substring(label.indexOf('-') + 1) + " ";
  }

  private static String row(String name, String... cells) {
    Object[] all = new Object[cells.length + 1];
    all[0] = Text.column(name, NAME);
    System.arraycopy(cells, 0, all, 1, cells.length);
    return String.format(Locale.ROOT, " %s %11s  %4s %4s %4s  %5s %5s  %5s %5s  %s", all)
        .stripTrailing();
  }

  private Plan plan(PersonId person) {
    return Objects.requireNonNull(plans.get(person));
  }

  private long opportunities(PersonId person) {
    return plan(person).thisWeek(PlanLine.Kind.CREATE) + plan(person).thisWeek(PlanLine.Kind.SEED);
  }

  private String person(PersonId person) {
    Plan plan = plan(person);
    Status status = source.board().status(person);
    String word = status.reason().startsWith("too early") ? status.reason() : status.toString();
    if (!plan.reason().isEmpty()) {
      return row(
          promises.names().of(person), done(person), "-", "-", "-", "-", "-", "-", "-", word);
    }
    return row(
        promises.names().of(person),
        done(person),
        evidence.conversions().isEmpty() ? "-" : "" + plan.thisWeek(PlanLine.Kind.MEET),
        "" + opportunities(person),
        "" + plan.thisWeek(PlanLine.Kind.ADVANCE),
        coverNow(plan).map(AgreedTable::times).orElse("-"),
        coverNeed(plan).map(AgreedTable::times).orElse("-"),
        plan.chances().map(chances -> Text.percent(chances.recentRate())).orElse("-"),
        plan.chances().map(chances -> Text.percent(chances.withPlan())).orElse("-"),
        word);
  }

  private static String times(double value) {
    return String.format(Locale.ROOT, "%.1fx", value);
  }

  private String unitRow() {
    long meet =
        people.stream().mapToLong(person -> plan(person).thisWeek(PlanLine.Kind.MEET)).sum();
    long advance =
        people.stream().mapToLong(person -> plan(person).thisWeek(PlanLine.Kind.ADVANCE)).sum();
    long signalled = people.stream().filter(person -> !source.board().of(person).isEmpty()).count();
    return row(
        unitName,
        keptByAll(),
        evidence.conversions().isEmpty() ? "-" : "" + meet,
        "" + people.stream().mapToLong(this::opportunities).sum(),
        "" + advance,
        "",
        "",
        chance(true),
        chance(false),
        signalled + " of " + people.size() + " signal");
  }

  private String chance(boolean recent) {
    return outlook
        .flatMap(UnitOutlook::chances)
        .map(chances -> Text.percent(recent ? chances.recentRate() : chances.withPlan()))
        .orElse("-");
  }

  /**
   * Done of agreed, where that was one activity; of several, how many were kept, as meetings and
   * calls make no sum, and many calls no meeting.
   */
  private String done(PersonId person) {
    List<Commitment> mine = promises.agreed(person);
    if (mine.isEmpty()) {
      return "-";
    }
    List<Commitments.Result> results = promises.results(person);
    if (mine.size() > 1) {
      return kept(promises.silent(person) ? "-" : "" + kept(results), mine.size());
    }
    return (results.isEmpty() ? "-" : "" + results.get(0).done()) + "/" + mine.get(0).count();
  }

  private static String kept(String kept, long agreed) {
    return "kept " + kept + "/" + agreed;
  }

  private static long kept(List<Commitments.Result> results) {
    return results.stream().filter(Commitments.Result::kept).count();
  }

  /** How many were kept of all, without those of people whose records stopped. */
  private String keptByAll() {
    long agreed =
        people.stream()
            .filter(person -> !promises.silent(person))
            .mapToLong(person -> promises.agreed(person).size())
            .sum();
    return agreed == 0 ? "-" : kept("" + kept(promises.results()), agreed);
  }

  /** Live deals at full value over what is still to be won; empty when nothing is. */
  private static Optional<Double> coverNow(Plan plan) {
    double remaining = remaining(plan);
    return remaining <= 0
        ? Optional.empty()
        : Optional.of(plan.pipeline().value(DealOutlook.State.LIVE).toDouble() / remaining);
  }

  private static double remaining(Plan plan) {
    return plan.target().isEmpty() || plan.why().isEmpty()
        ? 0
        : plan.target().get().amount().minus(plan.why().get().parts().get(0).amount()).toDouble();
  }

  /**
   * Opportunities per win at 80 %, at the own win yield, for the wins the rest of the goal takes.
   */
  private Optional<Double> coverNeed(Plan plan) {
    double size = evidence.sizes().mean(plan.person());
    Optional<PersonalRate> rate = evidence.yields().flatMap(rates -> rates.of(plan.person()));
    if (remaining(plan) <= 0 || size <= 0 || rate.isEmpty()) {
      return Optional.empty();
    }
    long wins = Math.max(1, (long) Math.ceil(remaining(plan) / size));
    OptionalLong trials = rate.get().trialsFor(wins, CONFIDENCE);
    return trials.isEmpty() ? Optional.empty() : Optional.of((double) trials.getAsLong() / wins);
  }

  private Optional<String> coverage() {
    String least = "";
    String most = "";
    double low = Double.MAX_VALUE;
    double high = 0;
    for (PersonId person : listed) {
      Optional<Double> need = coverNeed(plan(person));
      if (need.isPresent() && need.get() < low) {
        low = need.get();
        least = plan(person).name();
      }
      if (need.isPresent() && need.get() > high) {
        high = need.get();
        most = plan(person).name();
      }
    }
    if (least.isEmpty()) {
      return Optional.empty();
    }
    String asks = asks(high, most) + (least.equals(most) ? "" : ", " + asks(low, least));
    return Optional.of(
        String.format(
            Locale.ROOT,
            " Cover: live / rest of goal; need: deals a win at 80 %%, own yield. A flat 3x asks %s",
            asks));
  }

  private static String asks(double need, String name) {
    if (Math.abs(need - 3) < 0.05) {
      return "about enough of " + name;
    }
    return need > 3
        ? String.format(Locale.ROOT, "%.1fx too little of %s", need - 3, name)
        : String.format(Locale.ROOT, "%.1fx too much of %s", 3 - need, name);
  }
}
