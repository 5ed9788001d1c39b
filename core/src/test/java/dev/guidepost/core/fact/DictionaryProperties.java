package dev.guidepost.core.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A dictionary is a map of values to the order in which they were first seen. */
class DictionaryProperties {

  /** Short and long, of bytes and of wider characters, many of them alike; leading zeros too. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> units = Arbitraries.of('\0', 'a', 'b', '\u00FF', '\u0100', '\uD83D');
    return Arbitraries.oneOf(
        units.list().ofMaxSize(3).map(DictionaryProperties::joined),
        units.list().ofMinSize(7).ofMaxSize(9).map(DictionaryProperties::joined),
        units.list().ofMinSize(23).ofMaxSize(26).map(DictionaryProperties::joined),
        Arbitraries.of("Aa", "BB").list().ofMaxSize(20).map(parts -> String.join("", parts)),
        Arbitraries.integers().between(0, 999).map(number -> "rep-" + number));
  }

  private static String joined(List<Character> units) {
    StringBuilder text = new StringBuilder();
    units.forEach(text::append);
    return text.toString();
  }

  @Property(tries = 200)
  void itsCodesAreThePlacesOfFirstSight(@ForAll @Size(max = 400) List<@From("texts") String> seen) {
    Dictionary<String> dictionary = Dictionary.ofTexts();
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (String text : seen) {
      assertEquals(expected.getOrDefault(text, Dictionary.NONE), dictionary.find(text));
      int code = expected.computeIfAbsent(text, first -> expected.size());
      assertEquals(code, dictionary.code(text));
      assertEquals(text, dictionary.value(code));
    }
    assertEquals(List.copyOf(expected.keySet()), dictionary.frozen());
  }

  @Property(tries = 100)
  void peopleAndUnitsAreToldApart(@ForAll @Size(max = 200) List<Integer> numbers) {
    Dictionary<PartyId> dictionary = Dictionary.ofParties();
    Map<PartyId, Integer> expected = new LinkedHashMap<>();
    for (int number : numbers) {
      // Every second one is too long to lie in the table.
      String text = number % 2 == 0 ? "p" + number : "participant-of-many-words-" + number;
      PartyId party = number % 3 == 0 ? UnitId.of(text) : PersonId.of(text);
      assertEquals(
          expected.computeIfAbsent(party, first -> expected.size()), dictionary.code(party));
    }
    assertEquals(expected.size(), dictionary.size());
  }
}
