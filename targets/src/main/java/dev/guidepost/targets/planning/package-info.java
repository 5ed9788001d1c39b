/**
 * Turns goals into what each person should do this week.
 *
 * <p>From {@linkplain dev.guidepost.targets.evidence.Evidence evidence} and {@link
 * dev.guidepost.targets.planning.Goals}, a {@link dev.guidepost.targets.planning.Planner} plans as
 * many people as wanted: each {@link dev.guidepost.targets.plan.Plan} inverts the goal through the
 * person's own win yield, cycle times, deal sizes and live pipeline into dated lines, and says how
 * likely the goal is with nothing new, at the recent rate, and with the plan followed. A {@link
 * dev.guidepost.targets.outlook.UnitOutlook} is the convolution of what its people bring it. {@link
 * dev.guidepost.targets.planning.Forecasts} tell the same of any period to come, for people and
 * units, as distributions of wins and bookings. {@link dev.guidepost.targets.planning.Hindsight}
 * looks back: how good such outlooks would have been, and why one is not what it was.
 */
@NullMarked
package dev.guidepost.targets.planning;

import org.jspecify.annotations.NullMarked;
