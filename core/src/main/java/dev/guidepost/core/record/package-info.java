/**
 * What a CRM keeps, with the day on which each thing was known, and how facts are derived from it.
 *
 * <p>A {@link dev.guidepost.core.record.Deal} goes through stages, is won, taken back or opened
 * again, and changes hands and amount on its way; each of these is a dated entry ({@link
 * dev.guidepost.core.record.StageVisit}, {@link dev.guidepost.core.record.History}), so the deal
 * can be seen as of any day. {@link dev.guidepost.core.record.Credit} says who gets which part of
 * it, agreed for the deal or by {@link dev.guidepost.core.record.CreditRules}. An {@link
 * dev.guidepost.core.record.Activity} may have several people in it.
 *
 * <p>{@link dev.guidepost.core.record.RecordFacts} turns deals and activities into rows of a
 * ledger, the evidence for personal rates among them, so that rates are ordinary metrics; {@link
 * dev.guidepost.core.record.RecordFeed} does so day by day for a whole history, and {@link
 * dev.guidepost.core.record.PipelineFacts} takes the snapshots of a day. What is shared has {@link
 * dev.guidepost.core.record.TeamworkMetrics}.
 *
 * <p>A {@link dev.guidepost.core.record.SalesProcess} has versions, and reports where deals went
 * other ways; {@link dev.guidepost.core.record.SkillRatings} are shown with their trend, and change
 * no number.
 */
@NullMarked
package dev.guidepost.core.record;

import org.jspecify.annotations.NullMarked;
