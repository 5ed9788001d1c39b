package dev.guidepost.core.feed;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.practice.ProcessVersion;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.practice.StageStay;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Derives from deals which stages of a process they entered and passed, for the metrics of {@link
 * PracticeMetrics}.
 *
 * <p>Stages are those of the process as it holds on the as-of day; older names are read as what
 * they became. A deal has entered a stage of open deals once a visit says so, or once it stands in
 * it, however often it came back. It has passed the stage if it went on to a later one afterwards,
 * or is won. A stage that was skipped was not entered, and so was not passed. Names that the
 * process lacks are left out; {@link SalesProcess#conformance} reports them.
 *
 * <p>Both count on the day of opening, for those with a share on that day. How long a deal was at a
 * stage, and how that ended, counts on the day of entry, for those with a share on that day; stays
 * that ended before closings were recorded are left out, and those that began before are under
 * observation from then on only (delayed entry). That a deal went on counts on the day on which it
 * did, for those with a share on that day, with the stage that it left.
 *
 * <pre>{@code
 * StageFacts stages =
 *     new StageFacts(process, asOf, observedFrom, CreditRules.OWNER, Closings.NONE);
 * deals.forEach(deal -> stages.write(deal, batch));
 * }</pre>
 *
 * @param process the process
 * @param asOf the last day whose records count
 * @param observedFrom the first day on which closings were recorded
 * @param rules how deals are credited for which nothing else was agreed
 * @param closings the periods that were closed
 */
public record StageFacts(
    SalesProcess process,
    LocalDate asOf,
    LocalDate observedFrom,
    CreditRules rules,
    Closings closings) {

  /**
   * Creates the derivation.
   *
   * @param process the process
   * @param asOf the last day whose records count
   * @param observedFrom the first day on which closings were recorded
   * @param rules how deals are credited for which nothing else was agreed
   * @param closings the periods that were closed
   * @throws IllegalArgumentException if observation starts after {@code asOf}
   */
  public StageFacts {
    Objects.requireNonNull(process, "process");
    if (observedFrom.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "observation must not start after the as-of day "
              + asOf
              + ", but did on "
              + observedFrom);
    }
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(closings, "closings");
  }

  /**
   * Writes a row for each stage that a deal entered, with the key {@code "stage "}, the number of
   * the stage among all that the process ever had and {@code " of deal "} with the deal's id; one
   * for each stay, with the key {@code "stay "} and the same; and how long it is where it is now,
   * as {@link #writeAge} does. Those of stages that it did not enter after all are taken back. A
   * deal whose credit cannot be told is rejected, with the reason.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void write(Deal deal, Batch batch) {
    Optional<Deal> seen = deal.asOf(asOf).filter(known -> known.opened().isPresent());
    Set<PartyId> parties = Set.of();
    if (seen.isPresent()) {
      LocalDate opened = seen.get().opened().get();
      try {
        parties = sharing(seen.get(), opened);
        for (StageStay stay : process.stays(deal, asOf)) {
          sharing(seen.get(), stay.entered());
          sharing(seen.get(), stay.left().orElse(stay.entered()));
        }
      } catch (IllegalArgumentException e) {
        batch.refuse(key(0, deal.id()), String.valueOf(e.getMessage()));
        return;
      }
    }
    List<Place> way = seen.map(this::way).orElse(ImmutableList.of());
    boolean won = seen.filter(known -> known.outcome() == Outcome.WON).isPresent();
    List<String> names = names();
    List<StageStay> stays = seen.isPresent() ? process.stays(deal, asOf) : List.of();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      FactRow row = new FactRow(batch, stayKey(i, deal.id()));
      stays.stream()
          .filter(stay -> stay.stage().equals(name))
          .findFirst()
          .filter(stay -> stay.left().filter(day -> day.isBefore(observedFrom)).isEmpty())
          .ifPresent(stay -> writeStay(seen.orElseThrow(), stay, lastAdvance(stay, stays), row));
      row.end();
    }
    writeAge(deal, batch);
    for (int i = 0; i < names.size(); i++) {
      String stage = names.get(i);
      FactRow row = new FactRow(batch, key(i, deal.id()));
      Optional<Place> entered =
          way.stream().filter(place -> place.stage().equals(stage)).findFirst();
      if (entered.isPresent()) {
        boolean passed =
            won
                || way.subList(way.indexOf(entered.get()), way.size()).stream()
                    .anyMatch(place -> place.order() > entered.get().order());
        RecordFacts.describe(deal, row);
        row.dim(PracticeMetrics.STAGE, Optional.of(stage)).on(deal.opened().orElseThrow());
        for (PartyId party : parties) {
          row.by(party).put(PracticeMetrics.STAGE_ENTRIES, 1);
          if (passed) {
            row.put(PracticeMetrics.STAGE_PASSES, 1);
          }
        }
      }
      row.end();
    }
  }

  private Set<PartyId> sharing(Deal seen, LocalDate on) {
    return seen.creditOn(on, rules, closings, asOf).shares().keySet();
  }

  /** Whether a deal advanced from a stay, and from no later one on the same day. */
  private static boolean lastAdvance(StageStay stay, List<StageStay> stays) {
    return stay.exit() == StageStay.Exit.ADVANCED
        && stays.subList(stays.indexOf(stay) + 1, stays.size()).stream()
            .noneMatch(
                later ->
                    later.exit() == StageStay.Exit.ADVANCED && later.left().equals(stay.left()));
  }

  private void writeStay(Deal seen, StageStay stay, boolean advance, FactRow row) {
    RecordFacts.describe(seen, row);
    row.dim(PracticeMetrics.STAGE, Optional.of(stay.stage())).on(stay.entered());
    for (PartyId party : sharing(seen, stay.entered())) {
      row.by(party);
      if (stay.exit() == StageStay.Exit.SKIPPED) {
        row.put(PracticeMetrics.STAGE_SKIPS, 1);
        continue;
      }
      row.put(
          PracticeMetrics.STAGE_ENTRY_DAYS,
          Math.max(0, ChronoUnit.DAYS.between(stay.entered(), observedFrom)));
      if (stay.exit() != StageStay.Exit.STILL_THERE) {
        row.put(
            stay.exit() == StageStay.Exit.ADVANCED
                ? PracticeMetrics.STAGE_ADVANCE_DAYS
                : PracticeMetrics.STAGE_LOSS_DAYS,
            stay.days(asOf));
      }
      if (stay.returns() > 0) {
        row.put(PracticeMetrics.STAGE_RETURNS, stay.returns());
      }
    }
    if (advance) {
      LocalDate on = stay.left().orElseThrow();
      for (PartyId party : sharing(seen, on)) {
        row.by(party).on(on).put(PracticeMetrics.ADVANCES, 1);
      }
    }
  }

  /**
   * Writes how long a deal has been at the stage where it is, if it is open, as a row with the key
   * {@code "open stage of deal "} and its id: all that another day changes of a deal of which
   * nothing else became known.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void writeAge(Deal deal, Batch batch) {
    Optional<Deal> seen = deal.asOf(asOf).filter(known -> known.opened().isPresent());
    List<StageStay> stays = seen.isPresent() ? process.stays(deal, asOf) : List.of();
    FactRow row = new FactRow(batch, ageKey(deal.id()));
    if (!stays.isEmpty()) {
      StageStay last = stays.get(stays.size() - 1);
      if (last.exit() == StageStay.Exit.STILL_THERE) {
        Set<PartyId> parties;
        try {
          parties = sharing(seen.orElseThrow(), last.entered());
        } catch (IllegalArgumentException e) {
          batch.refuse(ageKey(deal.id()), String.valueOf(e.getMessage()));
          return;
        }
        RecordFacts.describe(seen.orElseThrow(), row);
        row.dim(PracticeMetrics.STAGE, Optional.of(last.stage())).on(last.entered());
        for (PartyId party : parties) {
          row.by(party).put(PracticeMetrics.STAGE_OPEN_DAYS, last.days(asOf));
        }
      }
    }
    row.end();
  }

  /**
   * Takes back what stands of a deal that its source has no more.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void withdraw(DealId deal, Batch batch) {
    for (int i = 0; i < names().size(); i++) {
      FactRow.withdraw(batch, key(i, deal));
      FactRow.withdraw(batch, stayKey(i, deal));
    }
    FactRow.withdraw(batch, ageKey(deal));
  }

  private static String key(int stage, DealId deal) {
    return "stage " + stage + " of deal " + deal;
  }

  private static String stayKey(int stage, DealId deal) {
    return "stay " + stage + " of deal " + deal;
  }

  private static String ageKey(DealId deal) {
    return "open stage of deal " + deal;
  }

  /** The names of all stages of open deals that the process ever had; later versions only add. */
  private List<String> names() {
    return process.versions().stream()
        .flatMap(version -> version.stages().stream())
        .filter(stage -> stage.outcome() == Outcome.OPEN)
        .map(Stage::name)
        .distinct()
        .toList();
  }

  /** A stage of open deals on the way of a deal, and its place in the process. */
  private record Place(String stage, int order) {}

  private List<Place> way(Deal deal) {
    Optional<ProcessVersion> version = process.on(asOf);
    if (version.isEmpty()) {
      return List.of();
    }
    List<String> order =
        version.get().stages().stream()
            .filter(stage -> stage.outcome() == Outcome.OPEN)
            .map(Stage::name)
            .toList();
    List<Place> way = new ArrayList<>();
    for (StageVisit visit : deal.visits()) {
      if (visit.outcome() == Outcome.OPEN) {
        process
            .stage(visit.stage(), visit.entered(), asOf)
            .map(stage -> new Place(stage.name(), order.indexOf(stage.name())))
            .filter(place -> place.order() >= 0)
            .ifPresent(way::add);
      }
    }
    deal.undatedStage()
        .map(stage -> new Place(stage, order.indexOf(stage)))
        .filter(place -> place.order() >= 0)
        .ifPresent(way::add);
    return way;
  }
}
