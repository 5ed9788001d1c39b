package dev.guidepost.examples.report;

import dev.guidepost.core.control.ChartResult;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.control.ControlTree;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.review.ReviewSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The chart that a review of a unit shows.
 *
 * @param name whose chart it is
 * @param tree the metric and its weeks
 * @param chart the chart, or the reason why there is none
 * @param signal the signal it shows, if it shows one
 */
record Finding(String name, ControlTree tree, ChartResult chart, Optional<Signal> signal) {

  /**
   * Finds the chart of the first signal that concerns the unit: its own, that of its people, or of
   * a unit above or below. Without one, the chart of the unit on the first metric, else that of the
   * company.
   */
  static Optional<Finding> of(ReviewSource source, UnitId unit) {
    List<ControlTree> trees = source.board().trees();
    Organisation organisation = source.evidence().organisation();
    for (Signal signal : source.board().signals()) {
      for (ControlTree tree : trees) {
        if (tree.signals().contains(signal) && concerns(source, unit, signal.owner())) {
          return of(organisation, tree, signal.owner(), Optional.of(signal));
        }
      }
    }
    return trees.stream()
        .findFirst()
        .flatMap(
            tree ->
                of(organisation, tree, unit, Optional.empty())
                    .or(() -> of(organisation, tree, organisation.root(), Optional.empty())));
  }

  private static Optional<Finding> of(
      Organisation organisation, ControlTree tree, PartyId party, Optional<Signal> signal) {
    return Optional.ofNullable(tree.charts().get(party))
        .map(chart -> new Finding(organisation.name(party), tree, chart, signal));
  }

  private static boolean concerns(ReviewSource source, UnitId unit, PartyId owner) {
    Organisation organisation = source.evidence().organisation();
    LocalDate day = source.evidence().review();
    return organisation.path(owner, day).contains(unit)
        || (!(owner instanceof PersonId) && organisation.path(unit, day).contains(owner));
  }

  /** What the chart shows, in a few words. */
  String title() {
    String what = name + ": " + tree.metric();
    if (signal.isEmpty()) {
      return what
          + (chart instanceof ChartResult.NotEnoughData missing
              ? ", " + missing
              : " as usual in the last " + ControlTree.LOOK_WEEKS + " weeks");
    }
    Signal found = signal.get();
    boolean low = found.value() < (found.lower() + found.upper()) / 2;
    String since = " since " + found.period().start();
    return what
        + switch (found.rule()) {
          case TWO_OF_THREE -> (low ? " low" : " high") + ", twice in three weeks" + since;
          case ALL_LOOKS -> (low ? " low" : " high") + ", all of the last weeks together" + since;
          default -> (low ? " below" : " above") + " the usual range" + since;
        };
  }
}
