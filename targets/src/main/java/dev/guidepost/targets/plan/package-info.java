/**
 * Goals turned into what each person should do this week.
 *
 * <p>{@link dev.guidepost.targets.plan.Evidence} is learned once from a ledger, the organisation
 * and the deals, as of a day. {@link dev.guidepost.targets.plan.Planner} then plans as many people
 * as wanted: each {@link dev.guidepost.targets.plan.Plan} inverts the goal through the person's own
 * win yield, cycle times, deal sizes and live pipeline into dated lines, and says how likely the
 * goal is with nothing new, at the recent rate, and with the plan followed. A {@link
 * dev.guidepost.targets.plan.UnitOutlook} is the convolution of its people's forecasts. {@link
 * dev.guidepost.targets.plan.Forecasts} tell the same of any period to come, for people and units,
 * as distributions of wins and bookings. {@link dev.guidepost.targets.plan.Hindsight} looks back:
 * how good such outlooks would have been, and why one is not what it was.
 */
@NullMarked
package dev.guidepost.targets.plan;

import org.jspecify.annotations.NullMarked;
