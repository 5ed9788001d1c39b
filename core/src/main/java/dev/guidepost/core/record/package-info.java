/**
 * What a CRM keeps: deals and activities, and how facts are derived from them.
 *
 * <p>A {@link dev.guidepost.core.record.Deal} carries its dated stages and can be seen as of an
 * earlier day. {@link dev.guidepost.core.record.RecordFacts} turns deals and activities into rows
 * of a ledger, the evidence for personal rates among them, so that rates are ordinary metrics.
 */
@NullMarked
package dev.guidepost.core.record;

import org.jspecify.annotations.NullMarked;
