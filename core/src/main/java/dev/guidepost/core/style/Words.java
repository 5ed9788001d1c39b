package dev.guidepost.core.style;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How texts and states that a host kept are read back. */
public final class Words {

  private Words() {}

  /**
   * Returns the constant whose name a text is, in any case.
   *
   * @param <E> the type of the constant
   * @param what what it is, for messages
   * @param type the type of the constant
   * @param text the text
   * @return the constant
   * @throws IllegalArgumentException if no constant has that name
   */
  public static <E extends Enum<E>> E parse(String what, Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    throw new IllegalArgumentException(
        what + " must be one of " + names + ", but was \"" + text + "\"");
  }

  /**
   * Returns the day of a text as ISO 8601 writes it.
   *
   * @param what what day it is, for messages, such as {@code "first day of goal more"}
   * @param text such as {@code "2026-11-02"}
   * @return the day
   * @throws IllegalArgumentException if it is another text
   */
  public static LocalDate day(String what, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          what + " must look like \"2026-11-02\", but was \"" + text + "\"", e);
    }
  }

  /**
   * Returns the day of a text as ISO 8601 writes it, or none if the text is empty.
   *
   * @param what what day it is, for messages
   * @param text such as {@code "2026-11-02"}, or empty
   * @return the day, or empty if there is none
   * @throws IllegalArgumentException if it is another text
   */
  public static Optional<LocalDate> dayIfAny(String what, String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(day(what, text));
  }

  /**
   * Returns the text that {@link #dayIfAny(String, String)} reads.
   *
   * @param day the day, or empty if there is none
   * @return such as {@code "2026-11-02"}, empty if there is none
   */
  public static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  /**
   * Returns what a state has where there is one or nothing.
   *
   * @param <T> what it is
   * @param what what it is, for messages
   * @param kept what was kept
   * @return the only one, or empty if there is none
   * @throws IllegalArgumentException if there are several
   */
  public static <T> Optional<T> only(String what, List<T> kept) {
    if (kept.size() > 1) {
      throw new IllegalArgumentException(what + " must be kept once at most, but was " + kept);
    }
    return kept.stream().findFirst();
  }

  /**
   * Returns a list that a state keeps, unmodifiable.
   *
   * @param <T> what it lists
   * @param what the name of the part, for messages
   * @param list the list
   * @return the same in a list that does not change
   * @throws IllegalArgumentException if the list or an element is null, as a mapper leaves what a
   *     text lacks
   */
  public static <T> List<T> kept(String what, List<T> list) {
    String missing = missing(list, what);
    if (missing != null) {
      throw new IllegalArgumentException(missing + " must be kept, but is missing");
    }
    return List.copyOf(list);
  }

  /**
   * Refuses a state of which something is missing. A mapper leaves null for what a text lacks, and
   * no state has null for what is absent: that is an empty text or list.
   *
   * @param state a record of texts, numbers, lists and such records
   * @throws IllegalArgumentException if a part of it, or of its parts, is null
   */
  public static void requireWhole(Record state) {
    String missing = missing(state, "");
    if (missing != null) {
      String type = state.getClass().getName();
      throw new IllegalArgumentException(
          missing
              + " of "
              + type.substring(type.lastIndexOf('.') + 1).replace('$', '.')
              + " must be kept, but is missing");
    }
  }

  /** Returns the place of the first part that is missing, such as {@code "visits[0].entered"}. */
  private static @Nullable String missing(@Nullable Object part, String place) {
    if (part == null) {
      return place;
    }
    String found = null;
    if (part instanceof List<?> list) {
      for (int i = 0; i < list.size() && found == null; i++) {
        found = missing(list.get(i), place + "[" + i + "]");
      }
    } else if (part instanceof Record) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        String dot = place.isEmpty() ? "" : place + ".";
        found = found == null ? missing(read(component, part), dot + component.getName()) : found;
      }
    }
    return found;
  }

  private static @Nullable Object read(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " must be readable, but is not", e);
    }
  }
}
