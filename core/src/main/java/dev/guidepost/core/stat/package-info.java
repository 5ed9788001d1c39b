/**
 * The statistics room: small, exact, immutable calculators for the few distributions that sales
 * figures follow.
 *
 * <p><b>Rates.</b> What is believed about a win rate or a conversion is a {@link
 * dev.guidepost.core.stat.Beta}; trials turn it into the next belief by {@code update}. The prior
 * of a group is learned from its members by {@link dev.guidepost.core.stat.BetaBinomial}, either as
 * one fit or, so that intervals do not ignore the error of that fit, as a {@link
 * dev.guidepost.core.stat.BetaMixture} over plausible strengths for each member. {@link
 * dev.guidepost.core.stat.Binomials} answers the questions at a known rate, {@link
 * dev.guidepost.core.stat.ChiSquare} whether people differ at all. Counts over time go the same way
 * through {@link dev.guidepost.core.stat.GammaPoisson} to the {@link
 * dev.guidepost.core.stat.NegativeBinomial} forecast of the next weeks; amounts through {@link
 * dev.guidepost.core.stat.Credibility}.
 *
 * <p><b>Time and totals.</b> {@link dev.guidepost.core.stat.CompetingRisks} is how many deals are
 * won or lost by which age, open ones counted for as long as they were watched; {@link
 * dev.guidepost.core.stat.Hazards} moves such curves. The chances of single deals become the
 * distribution of their number in {@link dev.guidepost.core.stat.PoissonBinomial} and of their
 * value in {@link dev.guidepost.core.stat.Lattice}. Control charts stand on {@link
 * dev.guidepost.core.stat.XmrLimits}, {@link dev.guidepost.core.stat.Xmr} and {@link
 * dev.guidepost.core.stat.Laney}; what their rules cost in false alarms is measured by {@link
 * dev.guidepost.core.stat.FalseAlarms}.
 *
 * <p><b>Manners.</b> Everything is a pure function of its arguments: no clock, no state, randomness
 * only from a generator passed in. Inputs are counts that merge by addition, so a roll-up merges
 * first and estimates once. A result that needs more data than there is comes back as an empty
 * {@link java.util.Optional}, never as NaN; an impossible argument throws {@link
 * java.lang.IllegalArgumentException} that says what must hold and what was given. {@code
 * survival(k)} of a count is the probability of <em>at least</em> {@code k}.
 */
@NullMarked
package dev.guidepost.core.stat;

import org.jspecify.annotations.NullMarked;
