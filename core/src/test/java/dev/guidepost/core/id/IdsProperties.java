package dev.guidepost.core.id;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every id. */
class IdsProperties {
  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withCharRange('\u00c0', '\u024f')
        .withChars(' ', '\u5c71', '\u00a0')
        .ofMinLength(1)
        .ofMaxLength(Ids.MAX_LENGTH)
        .filter(value -> !spaceAt(value, 0) && !spaceAt(value, value.length() - 1));
  }

  @Provide
  Arbitrary<PartyId> parties() {
    Arbitrary<String> few =
        Arbitraries.strings().withChars('a', 'b', 'A').ofMinLength(1).ofMaxLength(2);
    return Combinators.combine(few, Arbitraries.of(true, false))
        .as((value, person) -> person ? PersonId.of(value) : UnitId.of(value));
  }

  @Property
  void readsBackWhatItShows(@ForAll("values") String value) {
    assertEquals(PersonId.of(value), PersonId.of(PersonId.of(value).toString()));
    assertEquals(UnitId.of(value), UnitId.of(UnitId.of(value).toString()));
    assertEquals(AccountId.of(value), AccountId.of(AccountId.of(value).toString()));
    assertEquals(DealId.of(value), DealId.of(DealId.of(value).toString()));
    assertEquals(PlaceId.of(value), PlaceId.of(PlaceId.of(value).toString()));
    assertEquals(RoleId.of(value), RoleId.of(RoleId.of(value).toString()));
    assertEquals(TerritoryId.of(value), TerritoryId.of(TerritoryId.of(value).toString()));
  }

  @Property
  void ordersAsStringsDo(@ForAll("values") String one, @ForAll("values") String other) {
    int expected = Integer.signum(one.compareTo(other));
    assertEquals(expected, Integer.signum(AccountId.of(one).compareTo(AccountId.of(other))));
    assertEquals(expected, Integer.signum(DealId.of(one).compareTo(DealId.of(other))));
    assertEquals(expected, Integer.signum(PlaceId.of(one).compareTo(PlaceId.of(other))));
    assertEquals(expected, Integer.signum(RoleId.of(one).compareTo(RoleId.of(other))));
    assertEquals(expected, Integer.signum(TerritoryId.of(one).compareTo(TerritoryId.of(other))));
    assertEquals(expected, Integer.signum(PersonId.of(one).compareTo(PersonId.of(other))));
  }

  @Property
  void ordersPartiesInLineWithEquals(
      @ForAll("parties") PartyId one, @ForAll("parties") PartyId other) {
    assertEquals(one.equals(other), one.compareTo(other) == 0);
    assertEquals(Integer.signum(one.compareTo(other)), -Integer.signum(other.compareTo(one)));
  }

  @Property
  void ordersPartiesTransitively(
      @ForAll("parties") PartyId a, @ForAll("parties") PartyId b, @ForAll("parties") PartyId c) {
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertEquals(true, a.compareTo(c) <= 0);
    }
  }

  private static boolean spaceAt(String value, int index) {
    return Character.isWhitespace(value.charAt(index))
        || Character.isSpaceChar(value.charAt(index));
  }
}
