package dev.guidepost.core.style;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
   * @param text such as {@code "2026-11-24"}
   * @return the day
   * @throws IllegalArgumentException if it is another text
   */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "day must look like 2026-11-24, but was \"" + text + "\"", e);
    }
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
}
