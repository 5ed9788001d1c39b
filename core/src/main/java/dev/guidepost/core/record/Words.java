package dev.guidepost.core.record;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts of constants. */
final class Words {

  private Words() {}

  /** Returns the constant whose name a text is, in any case. */
  static <E extends Enum<E>> E parse(String what, Class<E> type, String text) {
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

  /** Returns the day of a text as ISO 8601 writes it. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "day must look like 2026-11-24, but was \"" + text + "\"", e);
    }
  }

  /** Returns what a state has where there is one or nothing. */
  static <T> Optional<T> only(String what, List<T> kept) {
    if (kept.size() > 1) {
      throw new IllegalArgumentException(what + " must be kept once at most, but was " + kept);
    }
    return kept.stream().findFirst();
  }
}
