/**
 * Personal rates with their evidence.
 *
 * <p>{@link dev.guidepost.targets.rates.PersonalRates} fits one ratio metric (win yield, meeting
 * conversion) for the company and for each region, team and person below it, from ordinary cells of
 * a cube. Each {@link dev.guidepost.targets.rates.PersonalRate} is partly the person's own record
 * and partly that of the unit above, and says how much; {@link dev.guidepost.targets.rates.Needed}
 * turns it into the trials that a number of events takes, beside a flat rule. {@link
 * dev.guidepost.targets.rates.Winning} tells won of closed and won of opened apart. {@link
 * dev.guidepost.targets.rates.CreationRate} is the same for counts a week. {@link
 * dev.guidepost.targets.rates.Difference} tells whether people differ at all before anybody
 * compares them.
 */
@NullMarked
package dev.guidepost.targets.rates;

import org.jspecify.annotations.NullMarked;
