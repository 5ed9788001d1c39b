/**
 * What each person should do this week: plans as values, to be shown, kept and compared.
 *
 * <p>A {@link dev.guidepost.targets.plan.Plan} has dated {@linkplain
 * dev.guidepost.targets.plan.PlanLine lines}, and a {@link dev.guidepost.targets.plan.PlanPage} of
 * them for the week. Its {@link dev.guidepost.targets.plan.PlanVersion} goes into a {@link
 * dev.guidepost.targets.plan.PlanBook}, which can be kept, and a {@link
 * dev.guidepost.targets.plan.PlanDiff} of two versions says what changed and why. A {@link
 * dev.guidepost.targets.plan.TeamPlan} holds the plans of its people. All of them are made by
 * {@code Planner} of the room {@code planning}.
 */
@NullMarked
package dev.guidepost.targets.plan;

import org.jspecify.annotations.NullMarked;
