/**
 * From open deals and new ones to wins by a date.
 *
 * <p>A {@link dev.guidepost.targets.funnel.WinCurve} tells how likely a deal of some age is won
 * within some days, from all deals of the company, open and lost ones included; a {@link
 * dev.guidepost.targets.funnel.DealAgeing} keeps deals from growing older on holidays. {@link
 * dev.guidepost.targets.funnel.DealSizes} tells what a won deal brings. A {@link
 * dev.guidepost.targets.funnel.LivePipeline} applies both to the open deals of a person or unit and
 * sets aside what is stale. {@link dev.guidepost.targets.funnel.WinsForecast} and {@link
 * dev.guidepost.targets.funnel.AmountForecast} are the exact distributions of how many deals are
 * won and what they bring; {@link dev.guidepost.targets.funnel.MoneyForecast} has the latter with
 * its error bound.
 */
@NullMarked
package dev.guidepost.targets.funnel;

import org.jspecify.annotations.NullMarked;
