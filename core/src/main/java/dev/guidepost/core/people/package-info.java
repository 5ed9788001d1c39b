/**
 * Who is there, in which role, and what they can give.
 *
 * <p>A {@link dev.guidepost.core.people.Role} says by which metrics a job is measured, what each
 * weighs ({@link dev.guidepost.core.people.MetricWeight}) and how a newcomer grows into it ({@link
 * dev.guidepost.core.people.Ramp}); {@link dev.guidepost.core.people.StandardRoles} has some to
 * start from. A {@link dev.guidepost.core.people.Roster} knows each {@link
 * dev.guidepost.core.people.Person}: when they were employed, in which role, and, by the {@link
 * dev.guidepost.core.people.Availability}, where they work and when they are away. It says what a
 * person can give as an {@link dev.guidepost.core.time.Exposure}, so that a holiday, a leave or a
 * ramp is neither a fall in performance nor capacity to plan with.
 *
 * <p>What changes over time is a {@link dev.guidepost.core.people.Timeline} made of {@link
 * dev.guidepost.core.people.Dated} rows in any order, as source systems give them. What contradicts
 * itself is a {@link dev.guidepost.core.people.Finding} with its days, and stops nothing else.
 */
@NullMarked
package dev.guidepost.core.people;

import org.jspecify.annotations.NullMarked;
