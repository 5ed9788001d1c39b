package dev.guidepost.examples.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Small random changes to text: of characters, numbers, ranges, and by splicing two texts. */
final class Mutator {
  static final int LONGEST = 40_000;

  /**
   * What parsers stumble over: ends of ranges, signs, quotes, spaces that are none, other digits.
   */
  private static final List<String> PIECES =
      List.of(
          "0",
          "-0",
          "9",
          "-1",
          "00",
          "1e9",
          "1E+2147483647",
          "1e-999999999",
          ".5",
          "5.",
          "+7",
          "2147483647",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "0.000000001",
          "0.0000000001",
          "NaN",
          "Infinity",
          "0x1F",
          "1_000",
          "1,000",
          "\u0663",
          "\uff15",
          "\u00a0",
          "\u2003",
          "\u200b",
          "\ufeff",
          "\u2028",
          "\u0000",
          "\u007f",
          "\u00e9",
          "e\u0301",
          "\u0130",
          "\ud83d\ude00",
          "\ud800",
          "\udfff",
          "\u202e",
          " ",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\"",
          "\"\"",
          "'",
          "`",
          "\\",
          "/",
          "//",
          "|",
          ",",
          ";",
          ":",
          ".",
          "..",
          "-",
          "--",
          "+",
          "*",
          "=",
          "#",
          "%",
          "$",
          "&",
          "(",
          ")",
          "((",
          "[",
          "]",
          "{",
          "}",
          "<",
          ">",
          "null",
          "none",
          "(none)",
          "true",
          "2026-01-01",
          "2026-02-29",
          "0000-01-01",
          "9999-12-31",
          "-0001-12-31",
          "+999999999-12-31",
          "-999999999-01-01",
          "W53",
          "Q4",
          "USD");

  private final SplittableRandom random;

  Mutator(SplittableRandom random) {
    this.random = random;
  }

  /** Returns one of the texts after one to six changes. */
  String mutated(List<String> pool) {
    String text = pick(pool);
    int changes = 1 + random.nextInt(random.nextInt(6) + 1);
    for (int i = 0; i < changes; i++) {
      text = changed(text, pool);
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private String changed(String text, List<String> pool) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    String before = text.substring(0, from);
    String range = text.substring(from, to);
    String after = text.substring(to);
    return switch (random.nextInt(11)) {
      case 0 -> before + after;
      case 1 -> before + range + range + after;
      case 2 -> before + pick(PIECES) + range + after;
      case 3 -> before + pick(PIECES) + after;
      case 4 -> before + character() + range + after;
      case 5 -> number(text, from);
      case 6 -> spliced(text, pick(pool));
      case 7 -> before + flipped(range) + after;
      case 8 -> random.nextBoolean() ? before : after;
      case 9 -> before + repeated(range) + after;
      default -> before + after + range;
    };
  }

  private char character() {
    return switch (random.nextInt(4)) {
      case 0 -> (char) random.nextInt(32);
      case 1 -> (char) random.nextInt(0x250);
      case 2 -> (char) random.nextInt(0x10000);
      default -> (char) (32 + random.nextInt(95));
    };
  }

  /** Puts another number where the next digits stand. */
  private String number(String text, int from) {
    int start = from;
    while (start < text.length() && !digit(text, start)) {
      start++;
    }
    int end = start;
    while (end < text.length() && digit(text, end)) {
      end++;
    }
    String other =
        switch (random.nextInt(4)) {
          case 0 -> Long.toString(random.nextLong());
          case 1 -> Integer.toString(random.nextInt(100));
          case 2 -> "9".repeat(1 + random.nextInt(25));
          default -> "0".repeat(1 + random.nextInt(5)) + random.nextInt(60);
        };
    return text.substring(0, start) + other + text.substring(end);
  }

  private static boolean digit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private String spliced(String text, String other) {
    return text.substring(0, random.nextInt(text.length() + 1))
        + other.substring(random.nextInt(other.length() + 1));
  }

  private static String flipped(String range) {
    StringBuilder flipped = new StringBuilder();
    for (int i = 0; i < range.length(); i++) {
      char letter = range.charAt(i);
      flipped.append(
          Character.isUpperCase(letter)
              ? Character.toLowerCase(letter)
              : Character.toUpperCase(letter));
    }
    return flipped.toString();
  }

  private String repeated(String range) {
    return range.repeat(random.nextInt(20) == 0 ? 3_000 : 2 + random.nextInt(30));
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
