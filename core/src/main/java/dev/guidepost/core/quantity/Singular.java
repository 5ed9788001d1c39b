package dev.guidepost.core.quantity;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of what a plural noun names, by the rules of English: a noun that follows none of them stays.
 */
final class Singular {

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "people", "person",
          "children", "child",
          "series", "series",
          "species", "species",
          "news", "news",
          "movies", "movie",
          "analyses", "analysis",
          "businesses", "business");

  private static final Pattern WITH_ES = Pattern.compile(".*(ss|x|ch|sh|[^aeou]us)es");
  private static final Pattern WITH_Y = Pattern.compile(".*..[^aeiou]ies");
  private static final Pattern NO_PLURAL = Pattern.compile(".*(ss|us|is|[^s])");

  private Singular() {}

  /** Returns such as {@code "deal"} of {@code "deals"}, {@code "hour of training"} of hours. */
  static String of(String noun) {
    int of = noun.indexOf(" of ");
    if (of > 0) {
      return phrase(noun.substring(0, of)) + noun.substring(of);
    }
    return phrase(noun);
  }

  /**
   * The last word counts, as in "new deals"; where that is no plural the first, as in "deals won".
   */
  private static String phrase(String words) {
    int last = words.lastIndexOf(' ') + 1;
    String one = words.substring(0, last) + word(words.substring(last));
    int first = words.indexOf(' ');
    return one.equals(words) && first > 0
        ? word(words.substring(0, first)) + words.substring(first)
        : one;
  }

  private static String word(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() < 3 || NO_PLURAL.matcher(word).matches()) {
      return word;
    }
    if (WITH_Y.matcher(word).matches()) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.substring(0, word.length() - (WITH_ES.matcher(word).matches() ? 2 : 1));
  }
}
