package dev.guidepost.targets.review;

import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.UnitOutlook;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was reached of the targets of the period so far, and which forecast somebody put in the
 * place of the computed one.
 */
record Attained(ReviewSource source, UnitId unit, List<PersonId> people) {

  /**
   * The unit's attainment, and how many of its people reached what; empty where nothing was set.
   */
  Optional<String> line() {
    Period period = source.evidence().period();
    if (source.planner().goals().assumed()
        || !source.evidence().today().periods().contains(period)) {
      return Optional.empty();
    }
    Map<Attainment.Level, Integer> levels = new EnumMap<>(Attainment.Level.class);
    for (PersonId person : people) {
      of(person)
          .flatMap(Attainment::level)
          .filter(level -> level != Attainment.Level.SHORT)
          .ifPresent(level -> levels.merge(level, 1, Integer::sum));
    }
    List<String> counts = new ArrayList<>();
    levels.forEach(
        (level, count) -> counts.add(count + " " + level.name().toLowerCase(Locale.ROOT)));
    Optional<Attainment> own = of(unit);
    if (own.isEmpty() && counts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        " "
            + period.label()
            + "  so far "
            + own.map(this::text).orElse("without a target of the unit")
            + (counts.isEmpty() ? "" : "; reached by its people: " + String.join(", ", counts)));
  }

  /** The day stands beside it, as nobody is short before the period is over. */
  private String text(Attainment own) {
    Evidence evidence = source.evidence();
    Period period = evidence.period();
    return own.print()
        + " on day "
        + (ChronoUnit.DAYS.between(period.start(), evidence.review()) + 1)
        + " of "
        + period.days()
        + own.level()
            .filter(level -> level != Attainment.Level.SHORT)
            .map(level -> ", " + level.name().toLowerCase(Locale.ROOT) + " reached")
            .orElse("");
  }

  private Optional<Attainment> of(PartyId party) {
    Evidence evidence = source.evidence();
    Metric bookings = evidence.today().ledger().catalog().metric(StandardMetrics.BOOKINGS);
    return source
        .planner()
        .goals()
        .of(party)
        .filter(target -> ordered(target, bookings))
        .map(
            target ->
                Attainment.of(
                    bookings,
                    target,
                    evidence.today().sum(party, bookings.id(), evidence.period())));
  }

  /** Amounts that contradict their metric tell nothing of what was reached: clarity names them. */
  private static boolean ordered(Target target, Metric metric) {
    try {
      target.direction(metric);
      return true;
    } catch (IllegalArgumentException contradiction) {
      return false;
    }
  }

  /**
   * The forecast in the place of the computed one, with author and reason, as far as one line holds
   * them; empty for none.
   */
  static Optional<String> overridden(ReviewSource source, UnitOutlook outlook, Names names) {
    Overrides.Subject forecast =
        new Overrides.Subject(
            Overrides.Figure.FORECAST, outlook.unit(), StandardMetrics.BOOKINGS, outlook.period());
    Overrides.Applied applied =
        source.overrides().apply(forecast, outlook.total(), source.evidence().review());
    return applied
        .override()
        .map(
            entry ->
                Text.clip(
                    " "
                        + outlook.period().label()
                        + "  overridden: "
                        + Text.money(applied.value())
                        + ", computed "
                        + Text.money(applied.computed())
                        + ", by "
                        + names.of(entry.by())
                        + " on "
                        + entry.on()
                        + ": "
                        + entry.reason(),
                    WeeklyReview.WIDTH));
  }
}
