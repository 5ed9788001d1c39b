package dev.guidepost.core.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rules for every kind of id, and what sets people and units apart. */
class IdsTest {
  private static final List<Function<String, ?>> CONSTRUCTORS =
      List.of(
          PersonId::of,
          UnitId::of,
          AccountId::of,
          DealId::of,
          PlaceId::of,
          RoleId::of,
          TerritoryId::of);

  static Stream<Named<Function<String, ?>>> kinds() {
    return Stream.of(
        Named.of("PersonId", CONSTRUCTORS.get(0)),
        Named.of("UnitId", CONSTRUCTORS.get(1)),
        Named.of("AccountId", CONSTRUCTORS.get(2)),
        Named.of("DealId", CONSTRUCTORS.get(3)),
        Named.of("PlaceId", CONSTRUCTORS.get(4)),
        Named.of("RoleId", CONSTRUCTORS.get(5)),
        Named.of("TerritoryId", CONSTRUCTORS.get(6)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void showsTheValueAlone(Function<String, ?> of) {
    assertEquals("Ana 1", of.apply("Ana 1").toString());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keepsCasesApart(Function<String, ?> of) {
    assertNotEquals(of.apply("ana"), of.apply("Ana"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesNull(Function<String, ?> of) {
    NullPointerException error = assertThrows(NullPointerException.class, () -> of.apply(null));
    assertTrue(
        error.getMessage().endsWith("Id must not be null, but was null"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u2003\u2028"})
  void refusesBlanks(String blank) {
    for (Function<String, ?> of : CONSTRUCTORS) {
      assertThrows(IllegalArgumentException.class, () -> of.apply(blank));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ana", "ana ", "\u00a0ana", "ana\u3000"})
  void refusesSpaceAtTheEnds(String value) {
    for (Function<String, ?> of : CONSTRUCTORS) {
      assertThrows(IllegalArgumentException.class, () -> of.apply(value));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "ana\r", "a\u0085b", "a\u2028b", "a\u2029b"})
  void refusesControlCharacters(String value) {
    for (Function<String, ?> of : CONSTRUCTORS) {
      assertThrows(IllegalArgumentException.class, () -> of.apply(value));
    }
  }

  @Test
  void saysWhatMustHoldAndWhatWasGiven() {
    assertEquals("PersonId must not be blank, but was \" \"", refusal(() -> PersonId.of(" ")));
    assertEquals(
        "UnitId must not start or end with white space, but was \"east \"",
        refusal(() -> UnitId.of("east ")));
    assertEquals(
        "AccountId must not hold control characters, but was \"a\\u0007b\"",
        refusal(() -> AccountId.of("a\u0007b")));
    assertEquals(
        "DealId must have at most 200 characters, but was \""
            + "x".repeat(200)
            + "...\" of length 201",
        refusal(() -> DealId.of("x".repeat(201))));
  }

  @Test
  void takesTwoHundredCharacters() {
    assertEquals(200, PersonId.of("x".repeat(200)).value().length());
  }

  @Test
  void ordersByValueThenUnitsBeforePeople() {
    TreeSet<PartyId> parties =
        new TreeSet<>(
            List.of(
                PersonId.of("b"),
                PersonId.of("a"),
                UnitId.of("b"),
                UnitId.of("a"),
                UnitId.of("B")));
    assertEquals(
        List.of(UnitId.of("B"), UnitId.of("a"), PersonId.of("a"), UnitId.of("b"), PersonId.of("b")),
        List.copyOf(parties));
  }

  @Test
  void keepsAPersonAndAUnitOfOneValueApart() {
    assertNotEquals((PartyId) PersonId.of("a"), UnitId.of("a"));
  }

  private static String refusal(Runnable call) {
    return assertThrows(IllegalArgumentException.class, call::run).getMessage();
  }
}
