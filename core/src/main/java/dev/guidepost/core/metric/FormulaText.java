package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.metric.Formula.Combined;
import dev.guidepost.core.metric.Formula.Operator;
import dev.guidepost.core.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas as text. One object reads one text. */
final class FormulaText {

  private static final Pattern TOKEN =
      Pattern.compile("\\G *(?:([a-z][a-z0-9-]*)|(-?[0-9][0-9.]*)|([-+*/()]))");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;
  private int depth;

  FormulaText(String text) {
    this.text = text;
  }

  Formula parse() {
    if (text.length() > Formula.MAX_TERMS * 210) {
      throw new IllegalArgumentException(
          "formula must have at most "
              + Formula.MAX_TERMS
              + " terms, but had "
              + text.length()
              + " characters");
    }
    split();
    Formula whole = sum();
    if (at < tokens.size()) {
      throw refused("ended before " + tokens.get(at));
    }
    return whole;
  }

  /** Splits the text; a minus is part of a number where a term must start. */
  private void split() {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String token = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      token = token != null ? token : matcher.group(3);
      boolean afterTerm = !tokens.isEmpty() && !"+-*/(".contains(tokens.get(tokens.size() - 1));
      if (afterTerm && token.length() > 1 && token.startsWith("-")) {
        tokens.add("-");
        token = token.substring(1);
      }
      tokens.add(token);
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw refused("had \"" + text.substring(end).strip() + "\"");
    }
  }

  private Formula sum() {
    Formula left = product();
    while (isNext("+") || isNext("-")) {
      left = new Combined(left, operator(), product());
    }
    return left;
  }

  private Formula product() {
    Formula left = term();
    while (isNext("*") || isNext("/")) {
      left = new Combined(left, operator(), term());
    }
    return left;
  }

  private Formula term() {
    if (at == tokens.size()) {
      throw refused("ended where a metric or a number must be");
    }
    String token = tokens.get(at++);
    if (token.equals("(")) {
      if (++depth > Formula.MAX_TERMS) {
        throw refused("had more than " + Formula.MAX_TERMS + " parentheses in one another");
      }
      Formula inner = sum();
      depth--;
      if (!isNext(")")) {
        throw refused("had a parenthesis that is not closed");
      }
      at++;
      return inner;
    }
    try {
      return Character.isLetter(token.charAt(0))
          ? Formula.of(MetricId.of(token))
          : Formula.of(Quantity.parse(token));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          refused("had \"" + token + "\"").getMessage() + ": " + e.getMessage(), e);
    }
  }

  private boolean isNext(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private Operator operator() {
    return switch (tokens.get(at++)) {
      case "+" -> Operator.PLUS;
      case "-" -> Operator.MINUS;
      case "*" -> Operator.TIMES;
      default -> Operator.OVER;
    };
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "formula must look like \"(bookings - costs) / bookings\", but \"" + text + "\" " + why);
  }

  static String text(Combined formula) {
    int rank = formula.operator().rank();
    return within(formula.left(), rank)
        + " "
        + formula.operator().sign()
        + " "
        + within(formula.right(), rank + 1);
  }

  /** Returns a part, in parentheses if it binds less than it must. */
  private static String within(Formula part, int rank) {
    return part instanceof Combined inner && inner.operator().rank() < rank
        ? "(" + inner + ")"
        : part.toString();
  }

  static int terms(Formula formula) {
    return formula instanceof Combined both ? terms(both.left()) + terms(both.right()) : 1;
  }

  static void collect(Formula formula, ImmutableSet.Builder<MetricId> found) {
    if (formula instanceof Combined both) {
      collect(both.left(), found);
      collect(both.right(), found);
    } else if (formula instanceof Formula.Of term) {
      found.add(term.metric());
    }
  }
}
