package dev.guidepost.rollup.attainment;

import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Score;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Attainments as tables of text. */
final class AttainmentTable {

  private static final String NONE = "-";

  /** How many of the targets that are left out are shown. */
  private static final int SHOWN = 5;

  private final AttainmentTree tree;
  private final boolean sums;

  AttainmentTable(AttainmentTree tree) {
    this.tree = tree;
    this.sums = tree.isSum();
  }

  /** Returns all units, and below what a figure alone would hide. */
  String print() {
    TextTable.Builder table =
        TextTable.builder(
            "",
            ">target",
            ">assigned",
            ">over",
            ">actual",
            ">of target",
            ">of assigned",
            ">no target",
            ">people",
            ">reached",
            "quartiles");
    List<String> notes = new ArrayList<>();
    for (PartyId node : tree.cube().nodes()) {
      if (node instanceof UnitId unit) {
        AttainmentLine line = tree.at(unit);
        Distribution people = tree.distribution(unit);
        table.row(row(line, people));
        note(line, people).ifPresent(note -> notes.add(line.label() + ": " + note));
        line.notes().forEach(note -> notes.add(line.label() + ": " + note));
      }
    }
    StringBuilder text = new StringBuilder(tree.toString()).append('\n').append(table.build());
    tree.notAdded().ifPresent(reason -> text.append(reason).append('\n'));
    notes.forEach(note -> text.append(note).append('\n'));
    return text.append(leftOut(tree.leftOut())).toString();
  }

  private static String leftOut(List<Assignment.LeftOut> all) {
    StringBuilder text = new StringBuilder();
    all.stream().limit(SHOWN).forEach(line -> text.append("left out: ").append(line).append('\n'));
    return text.append(all.size() > SHOWN ? "and " + (all.size() - SHOWN) + " more left out\n" : "")
        .toString();
  }

  private String[] row(AttainmentLine line, Distribution people) {
    return new String[] {
      line.label() + (line.vacant() ? ", vacant" : ""),
      target(line.own()),
      target(line.assigned()),
      line.over().map(over -> number(over) + share(line.share().orElseThrow())).orElse(NONE),
      actual(line),
      share(line.own()),
      share(line.assigned()),
      line.withoutTarget().map(this::number).orElse(NONE),
      people.withTarget() + " of " + people.parties(),
      people.reached().numerator().print() + " of " + people.reached().denominator().print(),
      people.quartiles().map(Distribution.Quartiles::toString).orElse("too few")
    };
  }

  /** The share assigned, of which a target of 0 has none. */
  private static String share(Ratio assigned) {
    return assigned.denominator().signum() == 0 ? "" : " (" + assigned.percent(1) + ")";
  }

  /**
   * What the figure of a unit hides: that at least half of its people with a share are on the other
   * side.
   */
  private static Optional<String> note(AttainmentLine line, Distribution people) {
    Optional<Fraction> whole = line.attainment().flatMap(Shares::of);
    if (whole.isEmpty() || people.quartiles().isEmpty()) {
      return Optional.empty();
    }
    Fraction all = Fraction.of(1);
    Fraction median = people.quartiles().get().median();
    boolean hidden = whole.get().compareTo(all) >= 0 && median.compareTo(all) < 0;
    return hidden
        ? Optional.of(
            Shares.percent(whole.get())
                + " together, but half of "
                + (people.shares() == people.parties()
                    ? "its people"
                    : "the "
                        + people.shares()
                        + " of its "
                        + people.parties()
                        + " people with a share")
                + " are at "
                + Shares.percent(median)
                + " or less"
                + people
                    .concentration()
                    .map(few -> "; one brings " + Shares.percent(few.top()))
                    .orElse(""))
        : Optional.empty();
  }

  /** Returns those right below a unit, who brought what there, and how its people are spread. */
  String print(UnitId unit) {
    AttainmentLine whole = tree.at(unit);
    String heading = tree.metric().name() + " of " + whole.label() + ", " + tree.period().label();
    TextTable.Builder table =
        sums
            ? TextTable.builder(
                heading,
                ">target here",
                ">counted here",
                ">all",
                ">attained",
                "of target",
                ">no target",
                "note")
            : TextTable.builder(heading, ">actual", ">attained", "of target", "note");
    Map<PartyId, Quantity> targets = tree.assigned(unit);
    for (Map.Entry<PartyId, Optional<Contribution>> entry : below(unit).entrySet()) {
      Optional<Quantity> target = Optional.ofNullable(targets.get(entry.getKey()));
      table.row(row(unit, entry.getKey(), target, entry.getValue()));
    }
    String notes = String.join("; ", whole.notes());
    table.row(
        sums
            ? new String[] {
              "total",
              target(whole.assigned()),
              actual(whole),
              "",
              share(whole.assigned()),
              whole.assigned().map(of -> against(whole, of)).orElse(NONE),
              whole.withoutTarget().map(this::number).orElse(NONE),
              notes
            }
            : new String[] {
              whole.label(), actual(whole), share(whole.attainment()), against(whole), notes
            });
    StringBuilder text = new StringBuilder().append(table.build());
    if (sums && whole.own().isPresent()) {
      text.append("own target: ").append(whole).append('\n');
    }
    return text.append(leftOut(whole.leftOut())).append(spread(unit)).toString();
  }

  /** How the people of a unit are spread; where facts stand with no people, the units below it. */
  private String spread(UnitId unit) {
    if (tree.cube().placedBy().isEmpty()) {
      return tree.distribution(unit).print();
    }
    List<PartyId> units =
        tree.cube().organisation().units().stream()
            .filter(below -> tree.standsIn(below, unit))
            .collect(Collectors.toList());
    return units.isEmpty() ? "" : tree.distribution(units).print();
  }

  private Map<PartyId, Optional<Contribution>> below(UnitId unit) {
    Map<PartyId, Optional<Contribution>> found = new LinkedHashMap<>();
    for (PartyId node : tree.cube().nodes()) {
      if (tree.standsIn(node, unit) && counts(node)) {
        found.put(node, Optional.empty());
      }
    }
    if (sums) {
      tree.contributions(unit).forEach(one -> found.put(one.party(), Optional.of(one)));
      tree.assigned(unit).keySet().forEach(party -> found.putIfAbsent(party, Optional.empty()));
    }
    return found;
  }

  /** Who is in no unit and has nothing to show is not shown. */
  private boolean counts(PartyId node) {
    return !(node instanceof PersonId)
        || tree.people(tree.cube().organisation().root()).contains(node);
  }

  private String[] row(
      UnitId unit, PartyId party, Optional<Quantity> target, Optional<Contribution> here) {
    String assigned = target.map(this::number).orElse(NONE);
    String counted = number(here.map(Contribution::amount).orElse(Quantity.ZERO));
    String without = number(here.map(Contribution::withoutTarget).orElse(Quantity.ZERO));
    if (party.equals(unit)) {
      return new String[] {
        party.value(),
        NONE,
        counted,
        counted,
        NONE,
        NONE,
        without,
        tree.cube().placedBy().map(by -> "placed here by " + by).orElse("recorded on the unit")
      };
    }
    if (!tree.cube().organisation().contains(party)) {
      return new String[] {
        party.value(), assigned, counted, NONE, NONE, NONE, without, "not in the organisation"
      };
    }
    AttainmentLine line = tree.at(party);
    List<String> notes = new ArrayList<>(line.notes());
    if (line.vacant()) {
      notes.add(0, "vacant");
    }
    if (!tree.standsIn(party, unit)) {
      notes.add(0, "stands elsewhere");
    }
    String note = String.join("; ", notes);
    return sums
        ? new String[] {
          line.label(),
          assigned,
          counted,
          actual(line),
          share(line.attainment()),
          against(line),
          without,
          note
        }
        : new String[] {line.label(), actual(line), share(line.attainment()), against(line), note};
  }

  private String against(AttainmentLine line) {
    return line.attainment().map(shown -> against(line, shown)).orElse(NONE);
  }

  /** Which target an attainment is of: the party's own, or the sum of those below it. */
  private String against(AttainmentLine line, Attainment shown) {
    return (line.own().equals(Optional.of(shown)) ? "own " : "assigned ")
        + target(Optional.of(shown));
  }

  private String target(Optional<Attainment> attainment) {
    return attainment
        .flatMap(Attainment::target)
        .map(target -> number(target.amount()))
        .orElse(NONE);
  }

  private static String share(Optional<Attainment> attainment) {
    return attainment
        .map(
            shown ->
                shown.score() instanceof Score.Known known
                    ? known.toString()
                    : shown.level().map(AttainmentTable::verdict).orElse("unknown"))
        .orElse(NONE);
  }

  /** What is said of a target of 0, of which there is no percentage. */
  private static String verdict(Attainment.Level level) {
    return level.compareTo(Attainment.Level.TARGET) >= 0 ? "reached" : "short";
  }

  private String actual(AttainmentLine line) {
    return line.actual() instanceof Measurement.Total total
        ? number(total.amount())
        : line.actual().toString();
  }

  private String number(Quantity amount) {
    return tree.metric().unit() instanceof UnitOfMeasure.Share
        ? Shares.percent(Fraction.of(amount))
        : new Amount(amount, tree.metric().unit()).printNumber();
  }
}
