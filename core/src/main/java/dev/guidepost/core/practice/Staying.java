package dev.guidepost.core.practice;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the visits of one deal as stays. */
final class Staying {

  private final SalesProcess process;
  private final LocalDate day;
  private final List<String> order;
  private final List<StageStay> stays = new ArrayList<>();
  private int furthest = -1;
  private LocalDate entered = LocalDate.MIN;
  private int returns;

  Staying(SalesProcess process, LocalDate day) {
    this.process = process;
    this.day = day;
    this.order =
        process.on(day).stream()
            .flatMap(version -> version.open().stream())
            .map(Stage::name)
            .toList();
  }

  List<StageStay> of(Deal seen) {
    for (StageVisit visit : seen.visits()) {
      if (visit.outcome() == Outcome.OPEN) {
        int place = place(visit.stage(), visit.entered());
        if (place > furthest) {
          boolean fromTheStart =
              furthest >= 0 || seen.opened().filter(visit.entered()::equals).isPresent();
          reach(place, visit.entered(), fromTheStart);
        } else if (place >= 0 && place < furthest) {
          returns++;
        }
      }
    }
    if (furthest >= 0) {
      end(seen);
    }
    return ImmutableList.copyOf(stays);
  }

  private int place(String stage, LocalDate on) {
    return process.stage(stage, on, day).map(found -> order.indexOf(found.name())).orElse(-1);
  }

  private void reach(int place, LocalDate on, boolean skipping) {
    if (furthest >= 0) {
      leave(on, StageStay.Exit.ADVANCED);
    }
    for (int skipped = furthest + 1; skipping && skipped < place; skipped++) {
      skip(skipped, on);
    }
    furthest = place;
    entered = on;
    returns = 0;
  }

  private void end(Deal seen) {
    Optional<LocalDate> closed = seen.closed();
    if (closed.isPresent()) {
      boolean won = seen.outcome() == Outcome.WON;
      leave(closed.get(), won ? StageStay.Exit.ADVANCED : StageStay.Exit.LOST);
      for (int skipped = furthest + 1; won && skipped < order.size(); skipped++) {
        skip(skipped, closed.get());
      }
    } else if (seen.undatedStage().filter(stage -> order.indexOf(stage) > furthest).isEmpty()) {
      // Else it has gone on, and nothing says when.
      add(Optional.empty(), StageStay.Exit.STILL_THERE);
    }
  }

  private void leave(LocalDate on, StageStay.Exit exit) {
    add(Optional.of(on), exit);
  }

  private void add(Optional<LocalDate> left, StageStay.Exit exit) {
    stays.add(new StageStay(order.get(furthest), entered, left, exit, returns));
  }

  private void skip(int place, LocalDate on) {
    stays.add(
        new StageStay(
            order.get(place), on, Optional.of(on), StageStay.Exit.SKIPPED, /* returns= */ 0));
  }
}
