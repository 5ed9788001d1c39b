package dev.guidepost.examples.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.guidepost.core.time.BusinessZone;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Month;
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
