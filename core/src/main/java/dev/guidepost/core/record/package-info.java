/**
 * What a CRM keeps, with the day on which each thing was known.
 *
 * <p>A {@link dev.guidepost.core.record.Deal} goes through stages, is won, taken back or opened
 * again, and changes hands and amount on its way; each of these is a dated entry ({@link
 * dev.guidepost.core.record.StageVisit}, {@link dev.guidepost.core.record.History}), so the deal
 * can be seen as of any day. What the customer is bound to is a {@link
 * dev.guidepost.core.record.Term}, what happens next a {@link dev.guidepost.core.record.NextStep},
 * and what the buyer did a {@link dev.guidepost.core.record.BuyerEvent}.
 *
 * <p>An {@link dev.guidepost.core.record.Activity} may have several people in it; it has an outcome
 * and, if somebody rated it, a quality ({@link dev.guidepost.core.record.Rating}).
 */
@NullMarked
package dev.guidepost.core.record;

import org.jspecify.annotations.NullMarked;
