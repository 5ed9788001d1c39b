/**
 * What the records of a company say, as of a day.
 *
 * <p>{@link dev.guidepost.targets.evidence.Evidence} is learned once from a ledger, the
 * organisation and the deals: win yields, the win curve, deal sizes, rates of creation and who
 * works when, within the {@linkplain dev.guidepost.targets.evidence.Windows days} looked at. {@link
 * dev.guidepost.targets.evidence.Rates} show all of it for a person, each rate with its evidence.
 */
@NullMarked
package dev.guidepost.targets.evidence;

import org.jspecify.annotations.NullMarked;
