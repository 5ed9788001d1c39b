/**
 * The organisation: which unit belongs to which, and who is a member where, at every date.
 *
 * <p>An {@link dev.guidepost.rollup.org.Organisation} is a tree of units with people as members,
 * effective-dated: a unit may get another parent and a person may join, move and leave on a day,
 * and what was before stays readable. History is added to, never rewritten; a question is always
 * asked as of a date.
 *
 * <p>A {@link dev.guidepost.rollup.org.Membership} is one stay of a person in a unit. On a day
 * without one, a person stands on {@link dev.guidepost.rollup.org.Organisation#UNASSIGNED}, a line
 * of its own right below the root, so that nothing that was done is lost from a total.
 *
 * <p>A {@link dev.guidepost.rollup.org.Seat} is a unit that is one position: one person has it at a
 * time. While nobody has it, it is a {@link dev.guidepost.rollup.org.Vacancy} and stays where it
 * is, with what counts on it, its territory and its target.
 *
 * <p>People may stand in several trees at once, by reporting line, by territory or by product: each
 * is an organisation of its own, over which the same facts are rolled up. A re-organisation that is
 * not decided yet is just another one too.
 *
 * <p>All ranges of days are half-open: the first day is in, the last is not.
 */
@NullMarked
package dev.guidepost.rollup.org;

import org.jspecify.annotations.NullMarked;
