package dev.guidepost.core.id;

import java.util.Objects;

/** The checks all ids share, with their messages. */
final class Ids {
  /** The most characters an id may have, counted as {@link String#length()} does. */
  static final int MAX_LENGTH = 200;

  private Ids() {}

  /**
   * Returns the value unchanged if it can be an id.
   *
   * @param type the simple name of the id type, for the message
   * @param value the value to check
   * @return the value
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value cannot be an id
   */
  static String check(String type, String value) {
    if (isPlain(Objects.requireNonNull(value, () -> type + " must not be null, but was null"))) {
      return value;
    }
    if (value.codePoints().allMatch(Ids::isSpace)) {
      throw refused(type, "must not be blank", value);
    }
    if (value.length() > MAX_LENGTH) {
      throw refused(type, "must have at most " + MAX_LENGTH + " characters", value);
    }
    if (value.codePoints().anyMatch(Ids::isControl)) {
      throw refused(type, "must not hold control characters", value);
    }
    if (isSpace(value.codePointAt(0)) || isSpace(value.codePointBefore(value.length()))) {
      throw refused(type, "must not start or end with white space", value);
    }
    return value;
  }

  /** Whether the value is one of those that need no closer look: visible ASCII, not too long. */
  private static boolean isPlain(String value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char character = value.charAt(i);
      if (character <= ' ' || character >= 0x7F) {
        return false;
      }
    }
    return length > 0 && length <= MAX_LENGTH;
  }

  /**
   * White space in either of the two senses Java knows, so that a no-break space counts as well.
   */
  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** Control characters proper, and the two separators that break a line as they do. */
  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  private static IllegalArgumentException refused(String type, String rule, String value) {
    return new IllegalArgumentException(type + " " + rule + ", but was " + quoted(value));
  }

  /** The value as a message can show it: quoted, on one line, not longer than an id. */
  private static String quoted(String value) {
    StringBuilder shown = new StringBuilder("\"");
    value
        .codePoints()
        .limit(MAX_LENGTH)
        .forEach(
            character -> {
              if (isControl(character)) {
                shown.append(String.format("\\u%04x", character));
              } else {
                shown.appendCodePoint(character);
              }
            });
    return shown
        .append(value.length() > MAX_LENGTH ? "...\" of length " + value.length() : "\"")
        .toString();
  }
}
