/**
 * The ledger: participant x metric x day, with an exact amount.
 *
 * <p>A {@link dev.guidepost.core.fact.LedgerWriter} takes {@link dev.guidepost.core.fact.Batch
 * batches} of rows and publishes immutable {@link dev.guidepost.core.fact.Ledger ledgers}. A row
 * may carry a source key: the same row delivered again changes nothing, a changed one replaces the
 * former, and the history stays readable through {@link
 * dev.guidepost.core.fact.Ledger#known(java.time.LocalDate)}. Every row offered is accounted for in
 * a {@link dev.guidepost.core.fact.BatchReport}.
 *
 * <p>Facts live in columns: dictionary-coded participants and dimensions, days as numbers, amounts
 * as scaled {@code long}s. {@link dev.guidepost.core.fact.Fact} is made on demand, for people.
 */
@NullMarked
package dev.guidepost.core.fact;

import org.jspecify.annotations.NullMarked;
