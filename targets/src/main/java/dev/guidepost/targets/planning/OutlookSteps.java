package dev.guidepost.targets.planning;

import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.outlook.OutlookBridge;
import dev.guidepost.targets.outlook.OutlookBridge.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Goes from one outlook to a later one of the same period, deal by deal and person by person. */
final class OutlookSteps {

  private static final String DEAL = "deal ";

  /** An amount by whose parts shares are told apart. */
  private static final long PARTS = 1_000_000;

  private final Side before;
  private final Side after;
  private final PartyId party;
  private final Period period;
  private final List<OutlookBridge.Step> steps = new ArrayList<>();

  OutlookSteps(Forecasts before, Forecasts after, PartyId party) {
    this.before = new Side(before, party);
    this.after = new Side(after, party);
    this.party = party;
    this.period = after.period();
  }

  /** What makes one of the two totals. */
  private static final class Side {

    final Forecasts forecasts;
    final PartyId party;
    final Evidence evidence;
    final Quantity total;
    final Map<DealId, Deal> deals = new HashMap<>();

    /** What was booked, by deal; that of no deal under its row. */
    final Map<DealId, Double> won = new LinkedHashMap<>();

    final Map<String, Double> others = new LinkedHashMap<>();
    final Map<DealId, DealOutlook> open = new LinkedHashMap<>();
    final Map<PersonId, PersonForecast> people = new LinkedHashMap<>();

    Side(Forecasts forecasts, PartyId party) {
      this.forecasts = forecasts;
      this.party = party;
      evidence = forecasts.evidence();
      evidence.deals().forEach(deal -> deals.put(deal.id(), deal));
      if (!evidence.organisation().contains(party)) {
        total = Quantity.ZERO;
        return;
      }
      total = forecasts.expected(party).total();
      if (evidence.today().periods().contains(forecasts.period())) {
        for (Fact fact :
            evidence.today().facts(party, StandardMetrics.BOOKINGS, forecasts.period())) {
          String row = fact.sourceKey().orElse("");
          double amount = fact.amount().toDouble();
          deal(row)
              .ifPresentOrElse(
                  deal -> won.merge(deal, amount, Double::sum),
                  () -> others.merge(row, amount, Double::sum));
        }
      }
      if (forecasts.known()) {
        Forecasts.Counted counted = forecasts.counted(party);
        for (PersonForecast person : counted.people()) {
          open.putAll(person.open());
          people.put(person.person(), person);
        }
        counted.others().forEach(other -> open.putAll(other.open()));
      }
    }

    private Optional<DealId> deal(String row) {
      return Optional.of(row)
          .filter(key -> key.startsWith(DEAL) && key.length() > DEAL.length())
          .map(key -> DealId.of(key.substring(DEAL.length())))
          .filter(deals::containsKey);
    }

    /** Whether anybody who is credited with a deal stands here. */
    boolean isHere(Deal deal) {
      return evidence.crediting().parts(deal, Quantity.ZERO).keySet().stream()
          .anyMatch(credited -> forecasts.isOf(party, credited));
    }

    double value(DealId deal) {
      DealOutlook outlook = open.get(deal);
      return won.getOrDefault(deal, 0.0) + (outlook == null ? 0 : outlook.expected());
    }
  }

  OutlookBridge bridge() {
    Set<DealId> deals = new LinkedHashSet<>(before.won.keySet());
    deals.addAll(before.open.keySet());
    deals.addAll(after.won.keySet());
    deals.addAll(after.open.keySet());
    deals.forEach(this::deal);
    Set<PersonId> people = new LinkedHashSet<>(before.people.keySet());
    people.addAll(after.people.keySet());
    people.forEach(this::person);
    Set<String> rows = new LinkedHashSet<>(before.others.keySet());
    rows.addAll(after.others.keySet());
    for (String row : rows) {
      add(
          Kind.CORRECTED,
          row.isEmpty() ? "without a row" : row,
          after.others.getOrDefault(row, 0.0) - before.others.getOrDefault(row, 0.0));
    }
    Quantity rest = after.total.minus(before.total);
    for (OutlookBridge.Step step : steps) {
      rest = rest.minus(step.effect());
    }
    if (rest.signum() != 0) {
      steps.add(new OutlookBridge.Step(Kind.ROUNDING, "whole units", rest));
    }
    return new OutlookBridge(
        party,
        after.evidence.organisation().name(party),
        period,
        before.evidence.asOf(),
        after.evidence.asOf(),
        before.total,
        after.total,
        steps);
  }

  /**
   * What was to be created on days that passed is created or not; of the days left, what was
   * learned since tells how many of those to be created are won, how many there are, and how large.
   */
  private void person(PersonId person) {
    PersonForecast was = before.people.get(person);
    PersonForecast is = after.people.get(person);
    if (was != null && is != null) {
      double perWeek = was.creation().perWeek();
      double passed = was.winsOfOneAWeek(after.evidence.asOf().plusDays(1));
      double left = was.winsOfOneAWeek(LocalDate.MAX) - passed;
      double wins = is.winsOfOneAWeek(LocalDate.MAX);
      double more = is.creation().perWeek() - perWeek;
      add(Kind.PASSED, name(person), -perWeek * passed * was.size());
      add(Kind.CHANCE, name(person), perWeek * (wins - left) * was.size());
      add(Kind.CREATION, name(person), more * wins * was.size());
      add(Kind.SIZE, name(person), is.creation().perWeek() * wins * (is.size() - was.size()));
    } else {
      add(
          Kind.MOVED,
          name(person),
          (is == null ? 0 : is.expectedNew()) - (was == null ? 0 : was.expectedNew()));
    }
  }

  private String name(PersonId person) {
    return (after.evidence.organisation().contains(person) ? after : before)
        .evidence
        .organisation()
        .name(person);
  }

  private void deal(DealId id) {
    Deal now = Objects.requireNonNull(after.deals.get(id));
    Optional<Deal> then = Optional.ofNullable(before.deals.get(id));
    double change = after.value(id) - before.value(id);
    DealOutlook was = before.open.get(id);
    DealOutlook is = after.open.get(id);
    if (was != null && is != null) {
      double worth = was.chance() * (is.ifWon().toDouble() - was.ifWon().toDouble());
      add(worth(now, then.orElse(now)), now, worth);
      add(still(now, then.orElse(now), was, is), now, change - worth);
    } else {
      add(kind(now, then), now, change);
    }
  }

  /** Why a deal counts for something else that was not here, or is not here, or is won. */
  private Kind kind(Deal now, Optional<Deal> then) {
    if (then.isEmpty()) {
      return Kind.CREATED;
    }
    Outcome was = then.get().outcome();
    if (now.outcome() == was) {
      return was == Outcome.WON ? booked(now, then.get()) : Kind.MOVED;
    }
    if (now.outcome() == Outcome.LOST) {
      return was == Outcome.WON ? Kind.CORRECTED : Kind.LOST;
    }
    if (was == Outcome.LOST) {
      return Kind.REOPENED;
    }
    if (was == Outcome.WON) {
      return Kind.CORRECTED;
    }
    return after.won.containsKey(now.id())
        ? Kind.WON
        : now.closed().filter(period.start()::isAfter).isPresent()
            ? Kind.WON_BEFORE
            : now.amount().isEmpty() ? Kind.AMOUNT : Kind.MOVED;
  }

  /** Why something else is booked of a deal that was won on both days. */
  private Kind booked(Deal now, Deal then) {
    boolean both = before.won.containsKey(now.id()) && after.won.containsKey(now.id());
    if (!both && before.isHere(then) != after.isHere(now)) {
      return Kind.MOVED;
    }
    if (!now.closed().equals(then.closed())) {
      return Kind.CORRECTED;
    }
    return !now.amount().equals(then.amount())
        ? Kind.AMOUNT
        : both || !now.credits().equals(then.credits()) ? Kind.CORRECTED : Kind.MOVED;
  }

  /** Why a deal that is open here on both days would bring something else. */
  private Kind worth(Deal now, Deal then) {
    if (!samePrices(then, now)) {
      return Kind.AMOUNT;
    }
    Quantity whole = Quantity.of(PARTS);
    return before
            .evidence
            .crediting()
            .parts(then, whole)
            .equals(after.evidence.crediting().parts(now, whole))
        ? Kind.SIZE
        : Kind.MOVED;
  }

  /** Whether a deal's own prices are the same, so that only what is learned of sizes differs. */
  private static boolean samePrices(Deal then, Deal now) {
    return now.amount().equals(then.amount()) && now.listAmount().equals(then.listAmount());
  }

  /** Why a deal that is open here on both days is worth something else. */
  private Kind still(Deal now, Deal then, DealOutlook was, DealOutlook is) {
    boolean wasIn = then.expectedClose().filter(this::inTime).isPresent();
    boolean isIn = now.expectedClose().filter(this::inTime).isPresent();
    if (now.expectedClose().isPresent() && then.expectedClose().isPresent() && wasIn != isIn) {
      return isIn ? Kind.PULLED_IN : Kind.PUSHED;
    }
    return was.state() == DealOutlook.State.LIVE && is.state() == DealOutlook.State.STALE
        ? Kind.STALE
        : Kind.CHANCE;
  }

  private boolean inTime(LocalDate day) {
    return day.isBefore(period.end());
  }

  private void add(Kind kind, Deal deal, double effect) {
    String label = deal.label();
    add(kind, label.contains(deal.id().value()) ? label : label + " (" + deal.id() + ")", effect);
  }

  private void add(Kind kind, String subject, double effect) {
    Quantity whole = Forecasts.Expected.whole(effect);
    if (whole.signum() != 0) {
      steps.add(new OutlookBridge.Step(kind, subject, whole));
    }
  }
}
