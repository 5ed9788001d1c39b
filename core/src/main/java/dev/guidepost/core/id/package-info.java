/**
 * Who and what a number is about: people, units, accounts, territories, deals and places, each by
 * an id of its own type.
 *
 * <p>An id is the key its source system uses, taken as it is. It is opaque: nothing is read out of
 * it, and letters of a different case make a different id. A name to show is a label and lives
 * elsewhere. The types keep the kinds apart, so that an account is never passed where a deal is
 * meant, even when both systems call theirs {@code "1001"}.
 *
 * <p>Whoever can own a number is a {@link dev.guidepost.core.id.PartyId}: either one person ({@link
 * dev.guidepost.core.id.PersonId}) or a unit of people such as a team or a region ({@link
 * dev.guidepost.core.id.UnitId}). The interface is sealed, so code that tells the two apart is
 * complete with two branches. {@link dev.guidepost.core.id.AccountId} names a customer, {@link
 * dev.guidepost.core.id.TerritoryId} the accounts that one person looks after and {@link
 * dev.guidepost.core.id.DealId} an opportunity, {@link dev.guidepost.core.id.PlaceId} a place of
 * work with its own holidays, and {@link dev.guidepost.core.id.RoleId} a role, for which metrics
 * are meant; none of them owns numbers.
 *
 * <p>All ids accept and refuse the same text: 1 to 200 characters, with no white space at either
 * end and no control characters. What {@code toString()} gives, {@code of(String)} takes back to an
 * equal id. The natural order is that of {@link java.lang.String#compareTo(String)}, the same on
 * every machine and in every locale.
 */
@NullMarked
package dev.guidepost.core.id;

import org.jspecify.annotations.NullMarked;
