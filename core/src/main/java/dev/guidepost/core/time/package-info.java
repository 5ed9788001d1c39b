/**
 * Days, periods and fiscal calendars.
 *
 * <p>A {@link dev.guidepost.core.time.Period} is self-contained: grain, first day, the day after
 * its last, and a label; no calendar is needed to use one, and irregular windows are periods too. A
 * {@link dev.guidepost.core.time.FiscalCalendar} makes periods of two ladders over days: weeks, and
 * month - quarter - half-year - year.
 */
@NullMarked
package dev.guidepost.core.time;

import org.jspecify.annotations.NullMarked;
