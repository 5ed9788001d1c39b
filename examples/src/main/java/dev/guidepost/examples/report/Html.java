package dev.guidepost.examples.report;

/** Text in HTML and SVG. */
public final class Html {

  private Html() {}

  /**
   * Returns a text as it stands in HTML or SVG, between tags or in an attribute.
   *
   * @param text any text
   * @return the text with {@code & < > " '} as references, and what no document may hold (control
   *     characters, halves of characters) as U+FFFD
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
    }
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= ' '
            && !(point >= 0x7F && point <= 0x9F)
            && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
            && (point & 0xFFFE) != 0xFFFE);
  }

  /** An element with escaped text. */
  static String element(String tag, String text) {
    return "<" + tag + ">" + escape(text) + "</" + tag + ">";
  }

  /** An element of a class with escaped text. */
  static String element(String tag, String styleClass, String text) {
    return "<" + tag + " class=\"" + styleClass + "\">" + escape(text) + "</" + tag + ">";
  }
}
