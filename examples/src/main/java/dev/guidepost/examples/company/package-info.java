/**
 * A generated company: records as a source would give them, and the truth behind them.
 *
 * <p>{@link dev.guidepost.examples.company.CompanySpec} says how large it is and what is wrong with
 * it; {@link dev.guidepost.examples.company.GeneratedCompany} has the records, the {@link
 * dev.guidepost.examples.company.Truth} (true chances, rates and planted problems) and its {@link
 * dev.guidepost.examples.company.Futures}: what may happen next under the same process.
 *
 * <p>People sell in one of four roles: inside, field, account and partner managers. Account
 * managers have territories, and sell expansions and renewals to customers from before the records;
 * most of what partner managers sell comes from partners. What sellers and managers said to each
 * other is there too: targets proposed, countered, agreed and passed over, a week's commitments,
 * and why some were missed. None of that moves a deal.
 *
 * <p>The process is mechanical and shares nothing with the models that are fitted to its records:
 * people call on working days, calls are answered by meetings some days later, meetings turn into
 * opportunities, and an opportunity of hidden quality moves day by day through four stages until it
 * is won, lost, or silently forgotten, with a buyer's deadline behind it. All of it is drawn from
 * streams that belong to one person and day, or to one deal, so that a change in one place leaves
 * the rest as it was.
 */
@NullMarked
package dev.guidepost.examples.company;

import org.jspecify.annotations.NullMarked;
