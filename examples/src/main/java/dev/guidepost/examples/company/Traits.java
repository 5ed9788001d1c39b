package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.people.Role;
import java.util.Map;

/** What the people of a role have in common; each person differs somewhat from it. */
final class Traits {

  private static final Traits INSIDE =
      new Traits(
          24,
          new Range(2.9, 5.2),
          new Range(0.36, 0.48),
          new Range(0.20, 0.35),
          7_000,
          new double[] {0.150, 0.130, 0.130, 0.140},
          new double[] {0.038, 0.034, 0.034, 0.040},
          new double[] {0.25, 0.45, 0.30});
  private static final Traits FIELD =
      new Traits(
          9,
          new Range(1.5, 2.6),
          new Range(0.30, 0.40),
          new Range(0.20, 0.35),
          26_000,
          new double[] {0.105, 0.095, 0.090, 0.100},
          new double[] {0.027, 0.024, 0.024, 0.030},
          new double[] {0.05, 0.35, 0.60});
  private static final Traits ACCOUNT_MANAGER =
      new Traits(
          12,
          new Range(2.0, 3.2),
          new Range(0.38, 0.50),
          new Range(0.35, 0.50),
          12_000,
          new double[] {0.140, 0.120, 0.110, 0.110},
          new double[] {0.032, 0.028, 0.026, 0.028},
          new double[] {0.15, 0.40, 0.45});
  private static final Traits PARTNER_MANAGER =
      new Traits(
          8,
          new Range(1.8, 2.8),
          new Range(0.30, 0.42),
          new Range(0.55, 0.70),
          17_000,
          new double[] {0.120, 0.100, 0.095, 0.105},
          new double[] {0.030, 0.026, 0.022, 0.026},
          new double[] {0.10, 0.40, 0.50});

  private static final Map<Role, Traits> BY_ROLE =
      ImmutableMap.of(
          Roles.INSIDE, INSIDE,
          Roles.FIELD, FIELD,
          Roles.ACCOUNT_MANAGER, ACCOUNT_MANAGER,
          Roles.PARTNER_MANAGER, PARTNER_MANAGER);

  /** Uniform from one bound to the other. */
  record Range(double from, double to) {}

  /** How many calls fit into a day. */
  final int slots;

  /** Opportunities in a full week. */
  final Range weekly;

  /** Share of meetings that turn into opportunities. */
  final Range conversion;

  /** Share of opportunities that come in by themselves. */
  final Range inbound;

  /** Median list value of a deal. */
  final double dealValue;

  /** Chance a working day of going on to the next stage, or of winning, by stage. */
  final double[] advance;

  /** Chance a working day of losing, by stage. */
  final double[] lose;

  /** Weights of {@link DealProcess#DEADLINES}. */
  final double[] deadlines;

  private Traits(
      int slots,
      Range weekly,
      Range conversion,
      Range inbound,
      double dealValue,
      double[] advance,
      double[] lose,
      double[] deadlines) {
    this.slots = slots;
    this.weekly = weekly;
    this.conversion = conversion;
    this.inbound = inbound;
    this.dealValue = dealValue;
    this.advance = advance;
    this.lose = lose;
    this.deadlines = deadlines;
  }

  static Traits of(Role role) {
    return BY_ROLE.getOrDefault(role, INSIDE);
  }
}
