/**
 * From records to facts: what the rows of a ledger are, given the deals and activities known at the
 * end of a day.
 *
 * <p>{@link dev.guidepost.core.feed.RecordFacts} derives the facts of each record, the evidence for
 * personal rates among them, so that rates are ordinary metrics; {@link
 * dev.guidepost.core.feed.StageFacts} derives which stages of a sales process deals entered and
 * passed, and is called beside it; {@link dev.guidepost.core.feed.PipelineFacts} takes the
 * snapshots of a day. {@link dev.guidepost.core.feed.RecordFeed} writes a whole history day by day,
 * so that {@code ledger.known(day)} has what was known then. What several people share has {@link
 * dev.guidepost.core.feed.TeamworkMetrics}, and {@link dev.guidepost.core.feed.CrmField} is what an
 * open deal should say of itself.
 *
 * <p>All of it is a function of records and days: the same records in any order give the same
 * ledger.
 */
@NullMarked
package dev.guidepost.core.feed;

import org.jspecify.annotations.NullMarked;
