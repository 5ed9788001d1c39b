package dev.guidepost.examples.tour;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON without escapes in its texts: enough for a profile of figures. */
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** Returns an object as a map in order; numbers are decimals. */
  public static Map<?, ?> object(String text) {
    return (Map<?, ?>) new Json(text).value();
  }

  private Object value() {
    char first = next();
    if (first == '{') {
      take('{');
      Map<String, Object> object = new LinkedHashMap<>();
      while (next() != '}') {
        String name = string();
        take(':');
        object.put(name, value());
        skip(',');
      }
      at++;
      return object;
    }
    if (first == '[') {
      List<Object> list = new ArrayList<>();
      take('[');
      while (next() != ']') {
        list.add(value());
        skip(',');
      }
      at++;
      return list;
    }
    return first == '"' ? string() : word();
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private void take(char wanted) {
    if (next() != wanted) {
      throw new IllegalArgumentException("at " + at + " must be " + wanted + ", but was " + next());
    }
    at++;
  }

  private void skip(char separator) {
    at += next() == separator ? 1 : 0;
  }

  private String string() {
    take('"');
    int end = text.indexOf('"', at);
    String found = text.substring(at, end);
    at = end + 1;
    return found;
  }

  private Object word() {
    int start = at;
    while (at < text.length() && "{}[],: \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return Character.isLetter(word.charAt(0)) ? word : new BigDecimal(word);
  }
}
