/**
 * What may come of a period, and how good such forecasts were.
 *
 * <p>A {@link dev.guidepost.targets.outlook.Forecast} is the distribution of wins and bookings of a
 * person or unit on the days of a period that are still to come, and says what it {@linkplain
 * dev.guidepost.targets.outlook.Considered considers}. Once the period is over, a {@link
 * dev.guidepost.targets.outlook.Score} holds it against what happened, and a {@link
 * dev.guidepost.targets.outlook.TrackRecord} keeps the scores of many, beside those of the plainest
 * forecast there is: the same days of last quarter repeated. Why an outlook is not what it was on
 * an earlier day tells an {@link dev.guidepost.targets.outlook.OutlookBridge}, in steps that add
 * up.
 */
@NullMarked
package dev.guidepost.targets.outlook;

import org.jspecify.annotations.NullMarked;
