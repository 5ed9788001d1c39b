package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How units are written. */
final class UnitTexts {

  static final String PER = " per ";

  private static final Pattern SCORE = Pattern.compile("score (-?\\d{1,19})\\.\\.(-?\\d{1,19})");
  private static final Set<String> WITHOUT_MINOR =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
          "VUV", "XAF", "XAG", "XAU", "XDR", "XOF", "XPD", "XPF", "XPT");
  private static final Set<String> THREE_DIGITS =
      Set.of("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND");
  private static final Set<String> FOUR_DIGITS = Set.of("CLF", "UYW");
  private static final Set<String> RESERVED = Set.of("days", "hours", "share", "score");

  private UnitTexts() {}

  static UnitOfMeasure parse(String text) {
    int per = text.indexOf(PER);
    if (per >= 0) {
      if (per != text.lastIndexOf(PER)) {
        throw new IllegalArgumentException(
            "unit must say \"per\" at most once, but was \"" + text + "\"");
      }
      return new UnitOfMeasure.Per(
          parse(text.substring(0, per)), parse(text.substring(per + PER.length())));
    }
    Matcher score = SCORE.matcher(text);
    if (score.matches()) {
      return score(text, score);
    }
    return switch (text) {
      case "days" -> new UnitOfMeasure.Days();
      case "hours" -> new UnitOfMeasure.Hours();
      case "share" -> new UnitOfMeasure.Share();
      default ->
          UnitOfMeasure.Money.isCode(text)
              ? new UnitOfMeasure.Money(text)
              : new UnitOfMeasure.Count(text);
    };
  }

  /** How many decimals people read at least of what is not whole: those of money, if it is any. */
  static int minorDigits(UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Per rate) {
      return minorDigits(rate.of());
    }
    return unit instanceof UnitOfMeasure.Money money ? money.minorDigits() : 0;
  }

  /** The minor digits of a currency, as ISO 4217 lists them. */
  static int minorDigits(String currency) {
    if (WITHOUT_MINOR.contains(currency)) {
      return 0;
    }
    if (THREE_DIGITS.contains(currency)) {
      return 3;
    }
    return FOUR_DIGITS.contains(currency) ? 4 : 2;
  }

  /** The unit as it stands behind a number that people read. */
  static String print(UnitOfMeasure unit, boolean one) {
    if (unit instanceof UnitOfMeasure.Per rate) {
      return print(rate.of(), one) + PER + print(rate.per(), true);
    }
    if (unit instanceof UnitOfMeasure.Score score) {
      return "(" + score.low() + ".." + score.high() + ")";
    }
    if (one && unit instanceof UnitOfMeasure.Days) {
      return "day";
    }
    if (one && unit instanceof UnitOfMeasure.Count count) {
      return Singular.of(count.noun());
    }
    return one && unit instanceof UnitOfMeasure.Hours ? "hour" : unit.toString();
  }

  /** So much of the unit as people read it. */
  static String print(UnitOfMeasure unit, BigDecimal amount) {
    boolean share = unit instanceof UnitOfMeasure.Share;
    boolean one = amount.abs().compareTo(BigDecimal.ONE) == 0;
    return printNumber(unit, amount) + " " + (share ? "%" : print(unit, one));
  }

  /** The number in front of the unit: money whole or with all minor digits, a share in percent. */
  static String printNumber(UnitOfMeasure unit, BigDecimal amount) {
    BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    plain = plain.setScale(Math.max(0, plain.scale()));
    if (unit instanceof UnitOfMeasure.Share) {
      return Quantity.print(plain.movePointRight(2));
    }
    int least = plain.scale() == 0 ? 0 : minorDigits(unit);
    return Quantity.print(plain.setScale(Math.max(least, plain.scale())));
  }

  private static UnitOfMeasure score(String text, Matcher score) {
    try {
      return new UnitOfMeasure.Score(
          Long.parseLong(score.group(1)), Long.parseLong(score.group(2)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "bounds of a score must fit 64 bits, but was \"" + text + "\"", e);
    }
  }

  static void requireCurrency(String what, String code) {
    if (!UnitOfMeasure.Money.isCode(code)) {
      throw new IllegalArgumentException(
          what + " must be three upper-case letters such as USD, but was \"" + code + "\"");
    }
  }

  static void requireNoun(String noun) {
    if (noun.isBlank()
        || !noun.equals(noun.strip())
        || noun.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "noun must be text without blanks at its ends or control characters, but was \""
              + noun
              + "\"");
    }
    if (UnitOfMeasure.Money.isCode(noun)) {
      throw new IllegalArgumentException(
          "noun must not be three upper-case letters, as those stand for money, but was \""
              + noun
              + "\"; a plural such as \""
              + noun
              + "s\" is read as a count");
    }
    String lower = noun.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower)
        || lower.startsWith("score ")
        || (" " + noun + " ").contains(PER)) {
      throw new IllegalArgumentException(
          "noun must not read like another unit (days, hours, share, score, per), but was \""
              + noun
              + "\"");
    }
  }
}
