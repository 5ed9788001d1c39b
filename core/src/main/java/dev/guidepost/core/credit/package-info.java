/**
 * Who gets which part of a deal.
 *
 * <p>{@link dev.guidepost.core.credit.Credit} divides a deal into shares that come to 100 %,
 * exactly, and knows overlay, which stands outside of the total. Where nothing was agreed for a
 * deal, {@link dev.guidepost.core.credit.CreditRules} say what its {@link
 * dev.guidepost.core.credit.DealTeam} gets by role, {@link dev.guidepost.core.credit.Motion} and
 * {@link dev.guidepost.core.credit.Origin}; a {@link dev.guidepost.core.credit.CreditCase} is what
 * they look at.
 *
 * <p>Rules are not rewritten but followed by others, so deals that closed before keep their credit,
 * and what was known of the rules on a day can be read.
 */
@NullMarked
package dev.guidepost.core.credit;

import org.jspecify.annotations.NullMarked;
