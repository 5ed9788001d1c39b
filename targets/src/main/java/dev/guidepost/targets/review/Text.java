package dev.guidepost.targets.review;

import dev.guidepost.core.quantity.Quantity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small texts for people. */
final class Text {

  static final String INDENT = "          ";

  private Text() {}

  /** Shortens a text to a number of characters, ending in two dots where something is cut. */
  static String clip(String text, int width) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= width ? line : line.substring(0, width - 2) + "..";
  }

  /** Shortens a text as {@link #clip} does, but between its clauses where it has several. */
  static String clause(String text, int width) {
    String line = clip(text, width);
    int at = Math.max(line.lastIndexOf(','), line.lastIndexOf(';'));
    return line.endsWith("..") && at > width / 2 ? line.substring(0, at) + " .." : line;
  }

  /** Breaks a text at blanks into lines of at most a width, the further ones set in. */
  static List<String> wrap(String text, int width) {
    String rest = text.replace('\n', ' ').replace('\r', ' ');
    List<String> lines = new ArrayList<>();
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      if (rest.substring(0, Math.max(0, at)).isBlank()) {
        return List.of(clip(text, width));
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = INDENT + rest.substring(at + 1);
    }
    lines.add(rest);
    return lines;
  }

  /** A text in a column: cut or filled up with blanks. */
  static String column(String text, int width) {
    String cut = clip(text, width);
    return cut + " ".repeat(width - cut.length());
  }

  /** An amount in whole thousands from 100,000 on, else in whole units. */
  static String money(Quantity amount) {
    return money(amount.toDouble());
  }

  /** An amount in whole thousands from 100,000 on, else in whole units. */
  static String money(double amount) {
    return Math.abs(amount) >= 100_000
        ? String.format(Locale.ROOT, "%,.0fk", amount / 1000)
        : Quantity.of(java.math.BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP))
            .print();
  }

  /** A share in whole percent. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
