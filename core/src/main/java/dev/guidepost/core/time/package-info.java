/**
 * Days, periods, calendars, and how much a day counts.
 *
 * <p>A {@link dev.guidepost.core.time.Period} is self-contained: grain, first day, the day after
 * its last, and a label; no calendar is needed to use one, and irregular windows are periods too. A
 * {@link dev.guidepost.core.time.FiscalCalendar} makes periods of two ladders over days: weeks, and
 * month - quarter - half-year - year. It is either a {@link dev.guidepost.core.time.MonthCalendar},
 * of civil months, or a {@link dev.guidepost.core.time.WeekCalendar}, whose years have 52 or 53
 * whole weeks that a {@link dev.guidepost.core.time.WeekPattern} makes into periods and quarters.
 * What a period is compared with is a {@link dev.guidepost.core.time.Comparison}.
 *
 * <p>A {@link dev.guidepost.core.time.DayFunction} says how much a day counts from one point of
 * view. {@link dev.guidepost.core.time.WorkingDays} is the first of them, over weekdays and {@link
 * dev.guidepost.core.time.Holidays} by place, which hosts supply themselves or load into a {@link
 * dev.guidepost.core.time.HolidayTable}; others come from what is known of people. An {@link
 * dev.guidepost.core.time.Exposure} is the product of several, and the one way to count days and to
 * spread amounts over them.
 *
 * <p>Everything here speaks of days. A {@link dev.guidepost.core.time.BusinessZone} turns instants
 * into days, once, on the way in.
 */
@NullMarked
package dev.guidepost.core.time;

import org.jspecify.annotations.NullMarked;
