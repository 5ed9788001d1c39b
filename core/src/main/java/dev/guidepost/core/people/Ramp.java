package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.DayFunction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a newcomer grows into a role: the share of full productivity by days since the start.
 *
 * <p>A ramp is applied once, to what a person creates; wins follow by themselves after the usual
 * delay, and deals that were taken over are no newcomer's deals.
 *
 * <pre>{@code
 * Ramp ramp = Ramp.parse("0.25 at 0, 1 at 182 calendar days, linear");
 * ramp.share(91);                                        // 0.625
 * ramp.from(hired, DayFunction.ALWAYS).on(hired);        // 0.25
 * }</pre>
 *
 * @param clock which days count
 * @param shape what lies between two points
 * @param points the points of the curve, in order of days; the first at 0, the last with a share of
 *     1; shares never fall; unmodifiable
 */
public record Ramp(Clock clock, Shape shape, List<Point> points) {

  /** At full productivity from the first day. */
  public static final Ramp NONE =
      new Ramp(Clock.CALENDAR_DAYS, Shape.STEPS, List.of(new Point(0, Quantity.of(1))));

  private static final String HINT = "\"0.25 at 0, 1 at 182 calendar days, linear\"";
  private static final Pattern TEXT =
      Pattern.compile("(.+) (calendar days|days worked), (linear|in steps)");
  private static final Pattern POINT = Pattern.compile("(\\S{1,30}) at ([0-9]{1,6})");

  /** Which days a ramp counts. */
  public enum Clock {
    /** Every day. */
    CALENDAR_DAYS("calendar days"),
    /** The days on which the person worked: a long leave stops the ramp. */
    DAYS_WORKED("days worked");

    private final String text;

    Clock(String text) {
      this.text = text;
    }
  }

  /** What lies between two points of a ramp. */
  public enum Shape {
    /** A straight line. */
    LINEAR("linear"),
    /** The share of the earlier point. */
    STEPS("in steps");

    private final String text;

    Shape(String text) {
      this.text = text;
    }
  }

  /**
   * A point of the curve.
   *
   * @param after how many days have passed, 0 on the first day; 0 to 999,999
   * @param share the share of full productivity on the day, 0 to 1
   */
  public record Point(int after, Quantity share) {

    /**
     * Creates a point.
     *
     * @param after how many days have passed
     * @param share the share of full productivity on the day
     * @throws IllegalArgumentException if a part is out of its bounds
     */
    public Point {
      if (after < 0 || after > 999_999) {
        throw new IllegalArgumentException("days must be 0 to 999,999, but were " + after);
      }
      if (share.signum() < 0 || share.compareTo(Quantity.of(1)) > 0) {
        throw new IllegalArgumentException("share must be 0 to 1, but was " + share);
      }
    }

    /** Returns such as {@code "0.25 at 0"}. */
    @Override
    public String toString() {
      return share + " at " + after;
    }
  }

  /**
   * Creates a ramp.
   *
   * @param clock which days count
   * @param shape what lies between two points
   * @param points the points of the curve, in order of days
   * @throws IllegalArgumentException if there is no point at 0, the days do not rise from point to
   *     point, a share falls, or the last is not 1
   */
  public Ramp {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(shape, "shape");
    points = ImmutableList.copyOf(points);
    if (points.isEmpty() || points.get(0).after() != 0) {
      throw new IllegalArgumentException("ramp must start at day 0, but had points " + points);
    }
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point next = points.get(i);
      if (next.after() <= before.after() || next.share().compareTo(before.share()) < 0) {
        throw new IllegalArgumentException(
            "ramp must rise from point to point, but had " + before + ", then " + next);
      }
    }
    if (!points.get(points.size() - 1).share().equals(Quantity.of(1))) {
      throw new IllegalArgumentException("ramp must end at a share of 1, but had " + points);
    }
  }

  /**
   * Returns the ramp that a text stands for.
   *
   * @param text such as {@code "0.25 at 0, 1 at 182 calendar days, linear"} or {@code "0.5 at 0, 1
   *     at 20 days worked, in steps"}
   * @return the ramp
   * @throws IllegalArgumentException if the text has another form, or the points do not make a ramp
   */
  public static Ramp parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw malformed(text);
    }
    List<Point> points = new ArrayList<>();
    for (String part : matcher.group(1).split(", ", -1)) {
      Matcher point = POINT.matcher(part);
      if (!point.matches()) {
        throw malformed(text);
      }
      points.add(new Point(Integer.parseInt(point.group(2)), Quantity.parse(point.group(1))));
    }
    return new Ramp(
        matcher.group(2).equals(Clock.DAYS_WORKED.text) ? Clock.DAYS_WORKED : Clock.CALENDAR_DAYS,
        matcher.group(3).equals(Shape.LINEAR.text) ? Shape.LINEAR : Shape.STEPS,
        points);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "ramp must look like " + HINT + ", but was \"" + text + "\"");
  }

  /**
   * Returns the share of full productivity some days after the start.
   *
   * @param days how many days of the {@link #clock()} have passed, 0 on the first day
   * @return the share, 0 to 1
   * @throws IllegalArgumentException if the days are negative
   */
  public double share(long days) {
    if (days < 0) {
      throw new IllegalArgumentException("days since the start must not be negative, but " + days);
    }
    int next = 1;
    while (next < points.size() && points.get(next).after() <= days) {
      next++;
    }
    Point before = points.get(next - 1);
    if (next == points.size() || shape == Shape.STEPS) {
      return before.share().toDouble();
    }
    Point after = points.get(next);
    BigDecimal rise = after.share().minus(before.share()).toBigDecimal();
    BigDecimal gone = BigDecimal.valueOf(days - before.after());
    BigDecimal length = BigDecimal.valueOf((long) after.after() - before.after());
    return before
        .share()
        .toBigDecimal()
        .add(rise.multiply(gone).divide(length, MathContext.DECIMAL64))
        .doubleValue();
  }

  /**
   * Returns after how many days productivity is full.
   *
   * @return the days of the last point
   */
  public int length() {
    return points.get(points.size() - 1).after();
  }

  /**
   * Returns the ramp of somebody who starts on a day.
   *
   * @param start the first day in the role
   * @param works more than 0 on the days that the person works; asked only if the clock counts days
   *     worked, and then for the days from the start on
   * @return the share of full productivity by day; 0 before the start
   */
  public DayFunction from(LocalDate start, DayFunction works) {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(works, "works");
    return day -> day.isBefore(start) ? 0 : share(passed(start, day, works));
  }

  private long passed(LocalDate start, LocalDate day, DayFunction works) {
    if (clock == Clock.CALENDAR_DAYS) {
      return ChronoUnit.DAYS.between(start, day);
    }
    int worked = 0;
    for (LocalDate d = start; d.isBefore(day) && worked < length(); d = d.plusDays(1)) {
      worked += works.on(d) > 0 ? 1 : 0;
    }
    return worked;
  }

  /** Returns the points, the clock and the shape, as {@link #parse(String)} takes them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Point point : points) {
      text.append(text.length() == 0 ? "" : ", ").append(point);
    }
    return text.append(' ').append(clock.text).append(", ").append(shape.text).toString();
  }
}
