package dev.guidepost.examples.crm;

import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One record of a file, read by the keys of the mapping. */
final class Row {

  private final Mapping mapping;
  private final String file;
  private final long line;
  private final Map<String, Integer> places;
  private final List<String> fields;

  /**
   * Creates a row.
   *
   * @param mapping the mapping
   * @param file the file it stands in
   * @param line the line on which it starts, from 1
   * @param places the places of mapped columns, by key
   * @param fields its fields
   */
  Row(Mapping mapping, String file, long line, Map<String, Integer> places, List<String> fields) {
    this.mapping = mapping;
    this.file = file;
    this.line = line;
    this.places = places;
    this.fields = fields;
  }

  String file() {
    return file;
  }

  long line() {
    return line;
  }

  /** Returns what stands in a column, after its aliases; empty if it is blank or not mapped. */
  Optional<String> text(String key) {
    return given(key).filter(text -> !text.isEmpty()).map(text -> mapping.meaning(key, text));
  }

  Optional<String> text(Key key) {
    return text(key.text());
  }

  /** Returns what stands in a column as it is, without white space at the ends. */
  private Optional<String> given(String key) {
    return Optional.ofNullable(places.get(key)).map(place -> stripped(fields.get(place)));
  }

  /** Strips white space in either of the two senses Java knows, as ids take neither. */
  static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && space(text.charAt(start))) {
      start++;
    }
    while (start < end && space(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Returns what a column stands for, if it is not blank. */
  <T> Optional<T> as(Key key, Function<String, T> parser) throws Refusal {
    return as(key.text(), parser);
  }

  private <T> Optional<T> as(String key, Function<String, T> parser) throws Refusal {
    Optional<String> text = text(key);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      throw refusal(key, String.valueOf(e.getMessage()));
    }
  }

  /** Returns what a column stands for, which must not be blank. */
  <T> T need(Key key, Function<String, T> parser) throws Refusal {
    Optional<T> value = as(key, parser);
    if (value.isEmpty()) {
      throw refusal(key, "must not be blank");
    }
    return value.get();
  }

  Optional<LocalDate> date(Key key) throws Refusal {
    return date(key.text());
  }

  Optional<LocalDate> date(String key) throws Refusal {
    return as(key, mapping::date);
  }

  /** Returns the day after the last day of a range, whichever of the two the export writes. */
  Optional<LocalDate> end(Key key) throws Refusal {
    return date(key).map(day -> mapping.formats().endsIncluded() ? day.plusDays(1) : day);
  }

  /** Returns an amount, which must not be negative nor have more decimals than it may. */
  Optional<Quantity> amount(Key key, int scale) throws Refusal {
    Optional<Quantity> amount = as(key, mapping::number);
    if (amount.isPresent() && amount.get().signum() < 0) {
      throw refusal(key, "must not be negative");
    }
    if (amount.isPresent() && amount.get().scale() > scale) {
      throw refusal(key, "must have at most " + scale + " decimals");
    }
    return amount;
  }

  /** Returns a whole number of at least 1. */
  Optional<Integer> count(Key key) throws Refusal {
    Optional<Quantity> count = as(key, mapping::number);
    if (count.isPresent()
        && (count.get().scale() > 0
            || count.get().signum() <= 0
            || count.get().unscaled() > Integer.MAX_VALUE)) {
      throw refusal(key, "must be a whole number of at least 1");
    }
    return count.map(number -> (int) number.unscaled());
  }

  /** Returns a refusal of what stands in a column. */
  Refusal refusal(Key key, String reason) {
    return refusal(key.text(), reason);
  }

  Refusal refusal(String key, String reason) {
    return new Refusal(mapping.column(key).orElse(""), given(key).orElse(""), reason);
  }
}
