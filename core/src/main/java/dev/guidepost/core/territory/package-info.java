/**
 * What people sell to: accounts, and the territories they are in.
 *
 * <p>{@link dev.guidepost.core.territory.Accounts} knows which account belongs to which, {@link
 * dev.guidepost.core.territory.Purchases} what they have bought as of a day, read from a ledger;
 * together they give an {@link dev.guidepost.core.territory.Account} as it stood then. {@link
 * dev.guidepost.core.territory.Territories} puts accounts into territories, each with its holder,
 * the {@link dev.guidepost.core.territory.Potential} of its accounts and the leads that come in; a
 * {@link dev.guidepost.core.territory.TerritoryProfile} is how one of them stood on a day, and a
 * {@link dev.guidepost.core.territory.TerritoryComparison} sets people and their territories side
 * by side, ranking nobody.
 *
 * <p>{@link dev.guidepost.core.territory.AccountFacts} turns territories and each {@link
 * dev.guidepost.core.territory.Survey} into facts of a ledger, so that penetration, satisfaction
 * and response rate are ordinary metrics.
 *
 * <p>All of it is effective-dated and made of rows in any order; what was so on a past day is read
 * as it was.
 */
@NullMarked
package dev.guidepost.core.territory;

import org.jspecify.annotations.NullMarked;
