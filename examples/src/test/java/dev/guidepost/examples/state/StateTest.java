package dev.guidepost.examples.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.guidepost.core.time.BusinessZone;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a host keeps goes through JSON and back and stays equal. */
class StateTest {
  private static final Set<Type> LEAVES =
      Set.of(String.class, int.class, long.class, boolean.class, BigDecimal.class);

  @TestFactory
  Stream<DynamicTest> comesBackEqual() {
    return Kept.all().stream().map(kept -> DynamicTest.dynamicTest(kept.name(), () -> back(kept)));
  }

  private static <T, S> void back(Kept<T, S> kept) throws JsonProcessingException {
    String json = Json.write(kept.kept());
    S read = Json.read(json, kept.type());
    assertEquals(kept.kept(), read);
    T again = kept.of().apply(read);
    assertEquals(kept.kept(), kept.state().apply(again));
    assertEquals(json, Json.write(kept.state().apply(again)));
    if (definesEquals(kept.value())) {
      assertEquals(kept.value(), again);
      assertEquals(kept.value().hashCode(), again.hashCode());
    }
    assertFalse(json.contains("null"), json);
  }

  /** A mapper leaves null for what a text lacks: the place is named, not fallen over. */
  @TestFactory
  Stream<DynamicTest> namesWhatIsMissing() {
    return Kept.all().stream()
        .map(kept -> DynamicTest.dynamicTest(kept.name(), () -> requireNamed(kept)));
  }

  private static <T, S> void requireNamed(Kept<T, S> kept) throws JsonProcessingException {
    JsonNode whole = Json.read(Json.write(kept.kept()), JsonNode.class);
    List<String> places = places(whole, "");
    assertFalse(places.isEmpty());
    for (String place : places) {
      JsonNode broken = whole.deepCopy();
      JsonPointer at = JsonPointer.compile(place);
      JsonNode parent = broken.at(at.head());
      if (parent instanceof ObjectNode object) {
        object.remove(at.last().getMatchingProperty());
      } else {
        ((ArrayNode) parent).setNull(at.last().getMatchingIndex());
      }
      String named = place.substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
      String part = named.substring(named.lastIndexOf('.') + 1);
      Exception e =
          assertThrows(
              Exception.class,
              () -> kept.of().apply(Json.read(broken.toString(), kept.type())),
              place);
      String message = String.valueOf(e.getMessage());
      assertTrue(
          e instanceof JsonMappingException // with the place in front
              ? message.contains(part + " must be kept")
              : e instanceof IllegalArgumentException && message.startsWith(named + " of "),
          () -> place + ": " + e);
    }
  }

  /** Returns the places of all that can be null: of each list its first element stands for all. */
  private static List<String> places(JsonNode node, String place) {
    List<String> places = new ArrayList<>();
    if (node.isArray() && !node.isEmpty()) {
      places.add(place + "/0");
      places.addAll(places(node.get(0), place + "/0"));
    }
    node.properties()
        .forEach(
            part -> {
              String at = place + "/" + part.getKey();
              if (!part.getValue().isBoolean() && !part.getValue().isInt()) {
                places.add(at);
              }
              places.addAll(places(part.getValue(), at));
            });
    return places;
  }

  private static boolean definesEquals(Object value) {
    return Stream.of(value.getClass().getDeclaredMethods())
        .anyMatch(method -> method.getName().equals("equals"));
  }

  @TestFactory
  Stream<DynamicTest> isATreeOfRecordsThatAnyMapperKnows() {
    return Kept.all().stream()
        .map(kept -> DynamicTest.dynamicTest(kept.name(), () -> requirePlain(kept.type())));
  }

  private static void requirePlain(Type type) {
    if (type instanceof ParameterizedType list) {
      assertEquals(List.class, list.getRawType());
      requirePlain(list.getActualTypeArguments()[0]);
    } else if (!LEAVES.contains(type)) {
      Class<?> node = (Class<?>) type;
      assertTrue(node.isRecord(), node + " must be a record or one of " + LEAVES);
      for (RecordComponent part : node.getRecordComponents()) {
        requirePlain(part.getGenericType());
      }
    }
  }

  @Test
  void calendarsAndZonesAreKeptAsTheirText() throws JsonProcessingException {
    for (FiscalCalendar calendar :
        List.of(
            FiscalCalendar.calendarYear(),
            FiscalCalendar.startingIn(Month.APRIL, YearName.OF_END),
            FiscalCalendar.retail454())) {
      String text = Json.read(Json.write(calendar.toString()), String.class);
      assertEquals(calendar, FiscalCalendar.parse(text));
    }
    BusinessZone zone = BusinessZone.of("Asia/Tokyo");
    assertEquals(zone, BusinessZone.parse(Json.read(Json.write(zone.toString()), String.class)));
  }
}
