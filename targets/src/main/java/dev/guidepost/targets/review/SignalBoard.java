package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.control.ControlChart;
import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.stat.FalseAlarms;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.control.ControlTree;
import dev.guidepost.targets.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * All signals of a company on the day of a review: control charts of the leading metrics, meeting
 * conversion, and people whose records stopped coming in.
 *
 * <p>Where records stopped, nothing is judged: that is data, not performance. A status counts a
 * person's metrics together: out if one is out, else watch, else in control; not enough data only
 * if no metric can be judged, or records stopped.
 *
 * <pre>{@code
 * SignalBoard board = SignalBoard.of(evidence);
 * board.signals();
 * board.status(ana);
 * }</pre>
 */
public final class SignalBoard {

  /** The reason of a status where records stopped. */
  static final String NO_ACTIVITY = "no activity entered";

  private final Evidence evidence;
  private final List<ControlTree> trees;
  private final Map<PersonId, Signal> silent;
  private final ImmutableList<Signal> signals;

  /** The only seller of each unit that has but one. */
  private final Map<PartyId, PersonId> only = new HashMap<>();

  private SignalBoard(Evidence evidence) {
    this.evidence = evidence;
    Map<PartyId, List<PersonId>> sellers = new HashMap<>();
    for (PersonId person : evidence.people()) {
      for (PartyId unit : evidence.organisation().path(person, evidence.review())) {
        sellers.computeIfAbsent(unit, key -> new ArrayList<>()).add(person);
      }
    }
    sellers.forEach(
        (unit, people) -> {
          if (people.size() == 1) {
            only.put(unit, people.get(0));
          }
        });
    List<ControlTree> charted = new ArrayList<>();
    for (MetricId metric : List.of(StandardMetrics.OPPORTUNITIES, StandardMetrics.MEETINGS)) {
      if (recorded(metric)) {
        charted.add(
            ControlTree.of(
                evidence.today(),
                metric,
                evidence.windows().weeks(),
                evidence.review(),
                evidence.availability()));
      }
    }
    this.trees = ImmutableList.copyOf(charted);
    this.silent = recorded(StandardMetrics.MEETINGS) ? Silence.find(evidence) : Map.of();
    List<Signal> all = new ArrayList<>();
    for (ControlTree tree : trees) {
      for (Signal signal : tree.signals()) {
        if (!isSilenced(signal.owner(), signal.metric())) {
          all.add(signal);
        }
      }
    }
    ConversionCheck.signals(evidence).stream()
        .filter(signal -> !isSilenced(signal.owner(), signal.metric()))
        .forEach(all::add);
    silent.values().stream().sorted((a, b) -> a.owner().compareTo(b.owner())).forEach(all::add);
    this.signals = ImmutableList.copyOf(all);
  }

  /** Returns what was looked at. */
  Evidence evidence() {
    return evidence;
  }

  /**
   * Looks at everything that can be judged.
   *
   * @param evidence what the records say
   * @return the signals
   */
  public static SignalBoard of(Evidence evidence) {
    return new SignalBoard(evidence);
  }

  private boolean recorded(MetricId metric) {
    return evidence
            .today()
            .sum(evidence.organisation().root(), metric, evidence.windows().allDays())
            .signum()
        > 0;
  }

  private boolean isSilenced(PartyId owner, MetricId metric) {
    return silent.containsKey(owner) && !metric.equals(StandardMetrics.OPPORTUNITIES);
  }

  /**
   * Returns all signals.
   *
   * @return by metric, the company's first, then downwards; unmodifiable
   */
  public List<Signal> signals() {
    return signals;
  }

  /**
   * Returns the signals of a person or unit. A unit and its only seller are alike: what one of them
   * signals is of both, though it stands once in {@link #signals()}.
   *
   * @param owner who is told first
   * @return the signals; unmodifiable
   */
  public List<Signal> of(PartyId owner) {
    Set<PartyId> alike = alike(owner);
    return signals.stream()
        .filter(signal -> alike.contains(signal.owner()))
        .collect(ImmutableList.toImmutableList());
  }

  /** A party, and who has just the same records: a unit and its only seller. */
  private Set<PartyId> alike(PartyId party) {
    Optional<PersonId> seller =
        party instanceof PersonId person
            ? Optional.of(person)
            : Optional.ofNullable(only.get(party));
    Set<PartyId> alike = new HashSet<>(Set.of(party));
    seller.ifPresent(
        person -> {
          alike.add(person);
          only.forEach(
              (unit, one) -> {
                if (one.equals(person)) {
                  alike.add(unit);
                }
              });
        });
    return alike;
  }

  /**
   * Returns the control charts.
   *
   * @return one tree for each leading metric that has records; unmodifiable
   */
  public List<ControlTree> trees() {
    return trees;
  }

  /**
   * Returns the status of a person or unit over all leading metrics.
   *
   * @param party the person or unit
   * @return the status with its reason
   */
  public Status status(PartyId party) {
    if (alike(party).stream().anyMatch(silent::containsKey)) {
      return new Status(Status.Word.NOT_ENOUGH_DATA, NO_ACTIVITY);
    }
    for (Signal signal : of(party)) {
      if (signal.rule() == Rule.BEYOND_LIMITS) {
        return new Status(Status.Word.OUT, signal.metric().value());
      }
    }
    for (Signal signal : of(party)) {
      return new Status(Status.Word.WATCH, signal.metric().value());
    }
    Status judged = new Status(Status.Word.NOT_ENOUGH_DATA, "no leading metric has records");
    for (ControlTree tree : trees) {
      Status status = tree.status(party);
      if (status.word() == Status.Word.IN_CONTROL) {
        return status;
      }
      judged = status;
    }
    return party instanceof PersonId person ? withOwnRecord(person, judged) : judged;
  }

  private Status withOwnRecord(PersonId person, Status judged) {
    return evidence
        .yields()
        .flatMap(rates -> rates.of(person))
        .map(
            rate ->
                new Status(
                    judged.word(),
                    String.format(
                        Locale.ROOT, "too early, %.0f %% own", rate.estimate().ownShare() * 100)))
        .orElse(judged);
  }

  /**
   * Returns how many charts are looked at each week.
   *
   * @param people how many people are looked at
   * @return people times metrics charted
   */
  public int looks(int people) {
    return people * trees.size();
  }

  /**
   * Returns how likely a chart without a problem signals in one week: simulated for the baseline in
   * use, as short baselines give more false alarms than known limits.
   *
   * @param charts how many charts to simulate
   * @param random the source of randomness
   * @return the rate, 0 to 1; 0 if there is not enough data to chart anything
   */
  public double falseAlarmsPerLook(int charts, RandomGenerator random) {
    int baseline = trees.isEmpty() ? 0 : trees.get(0).baseline();
    return baseline < ControlChart.LEAST_BASELINE
        ? 0
        : FalseAlarms.simulate(baseline, ControlTree.LOOK_WEEKS, charts, random).perLook();
  }

  /** Returns the last of some weeks. */
  static List<Period> last(List<Period> weeks, int count) {
    return weeks.subList(Math.max(0, weeks.size() - count), weeks.size());
  }

  /** Returns the number of signals and their owners on one line. */
  @Override
  public String toString() {
    String owners =
        signals.stream()
            .map(signal -> evidence.organisation().name(signal.owner()))
            .distinct()
            .limit(8)
            .collect(Collectors.joining(", "));
    return signals.size() + " signals" + (owners.isEmpty() ? "" : ": " + owners);
  }
}
