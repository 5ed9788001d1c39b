package dev.guidepost.core.goal;

import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a host keeps of a {@link TargetBook}; each list of at most one holds what may be absent, and
 * amounts are kept as {@link Quantity#toString()} writes them.
 *
 * @param versions the versions of all targets, those of one in the order they were recorded
 */
public record TargetBookState(List<VersionState> versions) {

  private static final String DECLARED = "declared";
  private static final String DERIVED = "derived";
  private static final String ASSUMED = "assumed";
  private static final String MILESTONES = "milestones";
  private static final String CURVE = "curve";
  private static final String STRAIGHT = "straight line";

  /**
   * Creates a state.
   *
   * @param versions the versions of all targets
   */
  public TargetBookState {
    versions = Words.kept("versions", versions);
  }

  /**
   * What a host keeps of a version.
   *
   * @param target the target
   * @param from the first day for which it holds, such as {@code "2026-11-02"}
   * @param known the day on which it was recorded, such as {@code "2026-11-02"}
   * @param by who set it
   * @param reason why
   * @param withdrawn whether the target no longer holds
   */
  public record VersionState(
      TargetState target, String from, String known, String by, String reason, boolean withdrawn) {

    static VersionState of(TargetVersion version) {
      return new VersionState(
          TargetState.of(version.target()),
          version.effectiveFrom().toString(),
          version.known().toString(),
          version.by().value(),
          version.reason(),
          version.withdrawn());
    }

    TargetVersion read() {
      String owner = target.key().owner().id();
      return new TargetVersion(
          target.read(),
          Words.day("first day of a target of " + owner, from),
          Words.day("known day of a target of " + owner, known),
          PersonId.of(by),
          reason,
          withdrawn);
    }
  }

  /**
   * What a host keeps of a target.
   *
   * @param key what makes it one and the same
   * @param amount its amount
   * @param threshold its threshold
   * @param stretch its stretch
   * @param direction its own direction, as {@link Direction#parse(String)} reads it
   * @param weight its weight
   * @param course its course
   * @param goal the id of its goal
   * @param basis {@code "declared"}, {@code "derived"} or {@code "assumed"}
   * @param note how it was derived or what was assumed; else empty
   */
  public record TargetState(
      KeyState key,
      String amount,
      List<String> threshold,
      List<String> stretch,
      List<String> direction,
      String weight,
      List<CourseState> course,
      List<String> goal,
      String basis,
      String note) {

    /**
     * Creates a state.
     *
     * @param key what makes it one and the same
     * @param amount its amount
     * @param threshold its threshold
     * @param stretch its stretch
     * @param direction its own direction
     * @param weight its weight
     * @param course its course
     * @param goal the id of its goal
     * @param basis what kind of basis it has
     * @param note how it was derived or what was assumed
     */
    public TargetState {
      threshold = Words.kept("threshold", threshold);
      stretch = Words.kept("stretch", stretch);
      direction = Words.kept("direction", direction);
      course = Words.kept("course", course);
      goal = Words.kept("goal", goal);
    }

    /**
     * Returns the state of a target.
     *
     * @param target the target
     * @return the state
     */
    public static TargetState of(Target target) {
      String basis = DECLARED;
      String note = "";
      if (target.basis() instanceof Target.Derived derived) {
        basis = DERIVED;
        note = derived.how();
      } else if (target.basis() instanceof Target.Assumed assumed) {
        basis = ASSUMED;
        note = assumed.assumption();
      }
      return new TargetState(
          KeyState.of(target.key()),
          target.amount().toString(),
          target.threshold().stream().map(Quantity::toString).toList(),
          target.stretch().stream().map(Quantity::toString).toList(),
          target.direction().stream().map(Object::toString).toList(),
          target.weight().toString(),
          target.course().stream().map(CourseState::of).toList(),
          target.goal().stream().map(GoalId::value).toList(),
          basis,
          note);
    }

    /**
     * Returns the target.
     *
     * @return the target
     * @throws IllegalArgumentException if a part of it is none, or they do not go together
     */
    public Target read() {
      Target.Key is = key.read();
      return new Target(
          is.owner(),
          is.metric(),
          is.period(),
          is.scope(),
          Quantity.parse(amount),
          PartyState.one("threshold", threshold).map(Quantity::parse),
          PartyState.one("stretch", stretch).map(Quantity::parse),
          PartyState.one("direction", direction).map(Direction::parse),
          Quantity.parse(weight),
          PartyState.one("course", course).map(CourseState::read),
          PartyState.one("goal", goal).map(GoalId::of),
          readBasis());
    }

    private Target.Basis readBasis() {
      return switch (basis) {
        case DECLARED -> {
          if (!note.isEmpty()) {
            throw new IllegalArgumentException(
                "note of a declared target must be empty, but was \"" + note + "\"");
          }
          yield new Target.Declared();
        }
        case DERIVED -> new Target.Derived(note);
        case ASSUMED -> new Target.Assumed(note);
        default ->
            throw new IllegalArgumentException(
                "basis must be one of "
                    + List.of(DECLARED, DERIVED, ASSUMED)
                    + ", but was \""
                    + basis
                    + "\"");
      };
    }
  }

  /**
   * What a host keeps of a target's key.
   *
   * @param owner whose it is
   * @param metric the id of the metric
   * @param period the period, as {@link Period#toString()} writes it
   * @param scope the facts that count
   */
  public record KeyState(PartyState owner, String metric, String period, List<ScopeState> scope) {

    /**
     * Creates a state.
     *
     * @param owner whose it is
     * @param metric the id of the metric
     * @param period the period
     * @param scope the facts that count
     */
    public KeyState {
      scope = Words.kept("scope", scope);
    }

    /**
     * Returns the state of a key.
     *
     * @param key the key
     * @return the state
     */
    public static KeyState of(Target.Key key) {
      return new KeyState(
          PartyState.of(key.owner()),
          key.metric().value(),
          key.period().toString(),
          key.scope().entrySet().stream()
              .map(entry -> new ScopeState(entry.getKey().name(), entry.getValue()))
              .toList());
    }

    /**
     * Returns the key.
     *
     * @return the key
     * @throws IllegalArgumentException if a part of it is none, or a dimension comes twice
     */
    public Target.Key read() {
      Map<Dimension, String> values = new HashMap<>();
      for (ScopeState part : scope) {
        if (values.put(Dimension.of(part.dimension()), part.value()) != null) {
          throw new IllegalArgumentException(
              "scope of a target of "
                  + owner.id()
                  + " must name a dimension once, but has "
                  + part.dimension()
                  + " twice");
        }
      }
      return new Target.Key(owner.read(), MetricId.of(metric), Period.parse(period), values);
    }
  }

  /**
   * What a host keeps of a part of a scope.
   *
   * @param dimension the dimension
   * @param value its value
   */
  public record ScopeState(String dimension, String value) {}

  /**
   * What a host keeps of a course.
   *
   * @param kind {@code "milestones"}, {@code "curve"} or {@code "straight line"}
   * @param points its points
   */
  public record CourseState(String kind, List<PointState> points) {

    /**
     * Creates a state.
     *
     * @param kind what kind of course it is
     * @param points its points
     */
    public CourseState {
      points = Words.kept("points", points);
    }

    static CourseState of(Course course) {
      String kind =
          course instanceof Course.Milestones
              ? MILESTONES
              : course instanceof Course.Curve ? CURVE : STRAIGHT;
      return new CourseState(
          kind,
          course.points().stream()
              .map(point -> new PointState(point.by().toString(), point.amount().toString()))
              .toList());
    }

    Course read() {
      List<Course.Point> read =
          points.stream()
              .map(
                  point ->
                      new Course.Point(
                          Words.day("day of a point of a course", point.by()),
                          Quantity.parse(point.amount())))
              .toList();
      if (kind.equals(MILESTONES)) {
        return new Course.Milestones(read);
      }
      if (kind.equals(CURVE)) {
        return new Course.Curve(read);
      }
      if (!kind.equals(STRAIGHT) || !read.isEmpty()) {
        throw new IllegalArgumentException(
            "course must be milestones, a curve, or a straight line without points, but was \""
                + kind
                + "\" with "
                + read.size());
      }
      return new Course.StraightLine();
    }
  }

  /**
   * What a host keeps of a point of a course.
   *
   * @param by the day, such as {@code "2026-11-02"}
   * @param amount how much by its end
   */
  public record PointState(String by, String amount) {}
}
