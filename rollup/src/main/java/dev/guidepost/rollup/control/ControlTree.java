package dev.guidepost.rollup.control;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.control.ChartResult;
import dev.guidepost.core.control.ControlChart;
import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One weekly count charted for the company and everybody below it.
 *
 * <p>The baseline is up to 26 full weeks that end 4 weeks before the review; the weeks after it are
 * judged. The company's count is charted for what those who were there would usually count on the
 * days they worked, so that a week of holidays is no fall. Each unit below is charted as a share of
 * the unit above, and each person as a share of the team, so that a signal of a person is a
 * deviation from the unit's movement. Shares are taken among those who were there in all weeks
 * charted: a joiner or leaver moves no colleague's chart, and has none of his own until there is
 * enough data. Whoever deviates most is set aside before the others are judged, as one share's fall
 * is the others' rise.
 *
 * <pre>{@code
 * ControlTree tree = ControlTree.of(cube, OPPORTUNITIES, weeks, review, availability);
 * tree.signals();        // company first, then downwards
 * tree.status(ana);      // in control
 * }</pre>
 */
public final class ControlTree {

  /** The most weeks a baseline holds: {@value}. */
  public static final int BASELINE_WEEKS = 26;

  /** How many weeks before the review the baseline ends: {@value}. */
  public static final int LOOK_WEEKS = 4;

  /** From such a difference on it is said that the limits are those of one week. */
  private static final double NOTED = 0.19;

  private final Cube cube;
  private final MetricId metric;
  private final LocalDate review;
  private final Availability availability;
  private final List<Period> weeks;
  private final int baseline;
  private final Map<PersonId, double[]> exposures = new HashMap<>();
  private final Map<PartyId, ChartResult> charts = new LinkedHashMap<>();
  private final List<Signal> signals = new ArrayList<>();

  private ControlTree(
      Cube cube, MetricId metric, List<Period> weeks, LocalDate review, Availability availability) {
    this.cube = cube;
    this.metric = metric;
    this.review = review;
    this.availability = availability;
    LocalDate baselineEnd = review.minusWeeks(LOOK_WEEKS);
    List<Period> before = weeks.stream().filter(week -> !week.end().isAfter(baselineEnd)).toList();
    List<Period> kept =
        new ArrayList<>(before.subList(Math.max(0, before.size() - BASELINE_WEEKS), before.size()));
    this.baseline = kept.size();
    weeks.stream()
        .filter(week -> week.end().isAfter(baselineEnd) && !week.end().isAfter(review))
        .forEach(kept::add);
    this.weeks = ImmutableList.copyOf(kept);
    UnitId root = cube.organisation().root();
    record(root, rootChart(root));
    below(root);
  }

  /**
   * Charts a weekly count.
   *
   * @param cube a cube under the organisation of the review day that keeps the weeks
   * @param metric a metric that is a sum of counts
   * @param weeks the full weeks, in order, without gaps; those after the review are passed over
   * @param review the day of the review
   * @param availability who works when; its holidays must be known in all weeks charted
   * @return the charts and signals
   */
  public static ControlTree of(
      Cube cube, MetricId metric, List<Period> weeks, LocalDate review, Availability availability) {
    return new ControlTree(cube, metric, weeks, review, availability);
  }

  /**
   * The company's count beside what was to be expected of those who were there: each person's days
   * at the person's own rate in the baseline, drawn toward the rate of all by one week, so that
   * whoever counts much moves the limits by much when away, and a joiner counts like the others.
   * Where nobody of the organisation counted anything, every week is alike.
   */
  private ChartResult rootChart(UnitId root) {
    List<PersonId> people = cube.organisation().people();
    double[] own = new double[people.size()];
    double[] exposed = new double[people.size()];
    for (int p = 0; p < own.length; p++) {
      for (int i = 0; i < baseline; i++) {
        double exposure = exposures(people.get(p))[i];
        exposed[p] += exposure;
        own[p] += exposure > 0 ? count(people.get(p), weeks.get(i)) : 0;
      }
    }
    double all = Arrays.stream(exposed).sum();
    double common = all == 0 ? 0 : Arrays.stream(own).sum() / all;
    double[] counts = new double[weeks.size()];
    double[] usual = new double[weeks.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count(root, weeks.get(i));
      for (int p = 0; p < own.length; p++) {
        usual[i] += (own[p] + common) / (exposed[p] + 1) * exposures(people.get(p))[i];
      }
    }
    return common == 0
        ? ControlChart.ofCounts(weeks, counts, baseline)
        : ControlChart.ofCounts(weeks, counts, usual, baseline);
  }

  private void below(UnitId unit) {
    Organisation organisation = cube.organisation();
    List<UnitId> subunits = organisation.subunits(unit, review);
    Map<PartyId, Panel> parts = new LinkedHashMap<>();
    subunits.forEach(subunit -> parts.put(subunit, panel(subunit)));
    organisation.members(unit, review).forEach(member -> parts.put(member, panel(member)));
    Map<PartyId, ChartResult> results = among(parts, panel(unit));
    parts.forEach(
        (party, panel) ->
            record(
                party,
                panel.empty && party instanceof PersonId person
                    ? tooShort(person)
                    : Objects.requireNonNull(results.get(party))));
    subunits.forEach(this::below);
  }

  /**
   * Charts parts of a whole. Where one part falls, the shares of all others rise: so the one that
   * deviates most is set aside, and the others are judged without it, until none signals.
   */
  private Map<PartyId, ChartResult> among(Map<PartyId, Panel> parts, Panel whole) {
    Map<PartyId, ChartResult> results = new HashMap<>();
    Map<PartyId, Panel> left = new LinkedHashMap<>(parts);
    Panel rest = whole;
    while (true) {
      PartyId furthest = null;
      double[] most = new double[2];
      for (Map.Entry<PartyId, Panel> part : left.entrySet()) {
        ChartResult result = share(part.getValue(), rest);
        results.put(part.getKey(), result);
        if (result instanceof ControlChart chart && chart.violation().isPresent()) {
          double[] moved = {Math.rint(1e6 * furthest(chart)), part.getValue().moved(baseline)};
          if (furthest == null || Arrays.compare(moved, most) > 0) {
            furthest = part.getKey();
            most = moved;
          }
        }
      }
      if (furthest == null) {
        return results;
      }
      rest = rest.minus(Objects.requireNonNull(left.remove(furthest)));
    }
  }

  private static double furthest(ControlChart chart) {
    return chart.looks().stream().mapToDouble(look -> Math.abs(look.sigmas())).max().orElse(0);
  }

  private ChartResult share(Panel part, Panel whole) {
    double[] shares = new double[weeks.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = whole.usual[i] == 0 ? 0 : Math.min(1, part.usual[i] / whole.usual[i]);
    }
    return ControlChart.ofShare(weeks, part.counts, whole.counts, shares, baseline);
  }

  private ChartResult tooShort(PersonId person) {
    long there = Arrays.stream(exposures(person), 0, baseline).filter(some -> some > 0).count();
    return new ChartResult.NotEnoughData(
        there + " of " + ControlChart.LEAST_BASELINE + " weeks to know what is usual");
  }

  /** How much of each week a person belonged to the company and worked. */
  private double[] exposures(PersonId person) {
    return exposures.computeIfAbsent(
        person,
        key -> {
          Exposure days =
              availability.exposure(person).times("present", cube.organisation().presence(person));
          return weeks.stream()
              .mapToDouble(week -> availability.share(person, days, week))
              .toArray();
        });
  }

  /** The panel of one person: empty if the person was there in too few weeks of the baseline. */
  private Panel panel(PersonId person) {
    Panel panel = new Panel(weeks.size());
    double[] exposures = exposures(person);
    double usual = 0;
    double exposed = 0;
    int there = 0;
    for (int i = 0; i < baseline; i++) {
      exposed += exposures[i];
      usual += exposures[i] > 0 ? count(person, weeks.get(i)) : 0;
      there += exposures[i] > 0 ? 1 : 0;
    }
    if (there >= ControlChart.LEAST_BASELINE) {
      panel.empty = false;
      for (int i = 0; i < weeks.size(); i++) {
        if (exposures[i] > 0) {
          panel.counts[i] = count(person, weeks.get(i));
          panel.usual[i] = usual / exposed * exposures[i];
        }
      }
    }
    return panel;
  }

  /** The people who stand in a unit on the review day together. */
  private Panel panel(UnitId unit) {
    Organisation organisation = cube.organisation();
    Panel sum = new Panel(weeks.size());
    organisation.members(unit, review).forEach(member -> sum.add(panel(member)));
    organisation.subunits(unit, review).forEach(subunit -> sum.add(panel(subunit)));
    return sum;
  }

  /** What was counted each week, and what the usual rates of those there would give. */
  private static final class Panel {

    private final long[] counts;
    private final double[] usual;
    private boolean empty = true;

    Panel(int size) {
      counts = new long[size];
      usual = new double[size];
    }

    void add(Panel other) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += other.counts[i];
        usual[i] += other.usual[i];
      }
      empty &= other.empty;
    }

    Panel minus(Panel other) {
      Panel rest = new Panel(counts.length);
      for (int i = 0; i < counts.length; i++) {
        rest.counts[i] = counts[i] - other.counts[i];
        rest.usual[i] = Math.max(0, usual[i] - other.usual[i]);
      }
      return rest;
    }

    /** How far it went from its own usual counts after the baseline. */
    double moved(int baseline) {
      double most = 0;
      for (int i = baseline; i < counts.length; i++) {
        most = Math.max(most, Math.abs(counts[i] - usual[i]));
      }
      return most;
    }
  }

  private long count(PartyId party, Period week) {
    return cube.sum(party, metric, week).unscaledAt(0);
  }

  private void record(PartyId party, ChartResult result) {
    charts.put(party, result);
    if (result instanceof ControlChart chart) {
      violation(party, chart).ifPresent(found -> signals.add(signal(party, chart, found)));
    }
  }

  /**
   * The company's own count drifts from week to week, so that several weeks together are no
   * evidence of a shift; shares do not.
   */
  private Optional<ControlChart.Violation> violation(PartyId party, ControlChart chart) {
    return chart
        .violation()
        .filter(
            found -> found.rule() != Rule.ALL_LOOKS || !party.equals(cube.organisation().root()));
  }

  private Signal signal(PartyId party, ControlChart chart, ControlChart.Violation found) {
    ControlChart.Point point = found.point();
    String values =
        chart.looks().stream()
            .filter(
                look ->
                    found.rule() == Rule.TWO_OF_THREE
                        || !look.period().start().isBefore(point.period().start()))
            .map(look -> String.format(Locale.ROOT, "%.0f", look.value()))
            .collect(Collectors.joining(", "));
    Organisation organisation = cube.organisation();
    LocalDate since =
        found.rule() == Rule.TWO_OF_THREE
            ? chart.looks().get(0).period().start()
            : point.period().start();
    double expected = chart.looks().stream().mapToDouble(ControlChart.Point::center).sum();
    String usual =
        found.rule() == Rule.ALL_LOOKS
            ? String.format(
                Locale.ROOT, "expected %.0f in %d weeks", expected, chart.looks().size())
            : String.format(
                Locale.ROOT,
                found.rule() == Rule.TWO_OF_THREE
                    ? "two of three near the edge of the usual %.0f to %.0f"
                    : "usual %.0f to %.0f",
                Math.ceil(point.lower()),
                Math.floor(point.upper()));
    boolean moved =
        chart.looks().stream()
            .anyMatch(look -> Math.abs(look.center() / point.center() - 1) > NOTED);
    String week =
        moved && found.rule() != Rule.ALL_LOOKS && party.equals(organisation.root())
            ? " for those there in the week of " + point.period().start()
            : "";
    return Signal.of(
        party,
        metric,
        found.rule(),
        point.period(),
        point.value(),
        point.lower(),
        point.upper(),
        organisation.name(party)
            + ": "
            + metric
            + " "
            + values
            + " a week since "
            + since
            + "; "
            + usual
            + (party.equals(organisation.root()) ? week : " as the unit moved"));
  }

  /**
   * Returns the metric charted.
   *
   * @return the metric
   */
  public MetricId metric() {
    return metric;
  }

  /**
   * Returns the number of baseline weeks in use.
   *
   * @return 0 to {@value #BASELINE_WEEKS}
   */
  public int baseline() {
    return baseline;
  }

  /**
   * Returns the weeks charted.
   *
   * @return baseline and looks, in order; unmodifiable
   */
  public List<Period> weeks() {
    return weeks;
  }

  /**
   * Returns the signals.
   *
   * @return the company's first, then downwards; unmodifiable
   */
  public List<Signal> signals() {
    return ImmutableList.copyOf(signals);
  }

  /**
   * Returns all charts.
   *
   * @return the charts by person or unit, the company first; unmodifiable
   */
  public Map<PartyId, ChartResult> charts() {
    return ImmutableMap.copyOf(charts);
  }

  /**
   * Returns the status of a person or unit.
   *
   * @param party the person or unit
   * @return out beyond the limits, watch by two of three, else in control; not enough data without
   *     a chart
   */
  public Status status(PartyId party) {
    ChartResult result = charts.get(party);
    if (result instanceof ControlChart chart) {
      Optional<ControlChart.Violation> found = violation(party, chart);
      return found
          .map(
              violation ->
                  new Status(
                      violation.rule() == Rule.BEYOND_LIMITS ? Status.Word.OUT : Status.Word.WATCH,
                      metric.value()))
          .orElse(new Status(Status.Word.IN_CONTROL, ""));
    }
    return new Status(
        Status.Word.NOT_ENOUGH_DATA,
        result instanceof ChartResult.NotEnoughData missing
            ? missing.reason()
            : "stands in no unit on " + review);
  }

  /** Returns metric and signals on one line. */
  @Override
  public String toString() {
    return metric + ": " + charts.size() + " charts, " + signals.size() + " signals";
  }
}
