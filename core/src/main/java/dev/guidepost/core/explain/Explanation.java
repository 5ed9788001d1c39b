package dev.guidepost.core.explain;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A total and the ordered parts that add up to it, exactly.
 *
 * <pre>{@code
 * Explanation why = Explanation.of("2026-Q4", List.of(
 *     new Explanation.Part("won", Quantity.of(86), ""), new Explanation.Part("live", Quantity.of(102), "24 deals")));
 * why.total(); // 188
 * }</pre>
 *
 * @param subject what is explained
 * @param total the sum of the parts
 * @param parts the parts, in reading order; unmodifiable
 * @param value what is explained comes to, where the total is not all of it, such as {@code "14.3 %
 *     (3 of 21)"} with a total of 3; may be empty
 */
public record Explanation(String subject, Quantity total, List<Part> parts, String value) {

  /**
   * One part of a total.
   *
   * @param label what the part is
   * @param amount how much of the total it makes
   * @param note where it comes from; may be empty
   */
  public record Part(String label, Quantity amount, String note) {

    /**
     * Creates a part.
     *
     * @param label what the part is
     * @param amount how much of the total it makes
     * @param note where it comes from
     */
    public Part {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * Creates an explanation.
   *
   * @param subject what is explained
   * @param total the sum of the parts
   * @param parts the parts, in reading order
   * @param value what is explained comes to, where the total is not all of it; may be empty
   * @throws IllegalArgumentException if the parts do not add up to the total
   * @throws ArithmeticException if the sum of the parts does not fit 64 bits
   */
  public Explanation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(value, "value");
    parts = ImmutableList.copyOf(parts);
    Quantity sum = sum(parts);
    if (!sum.equals(total)) {
      throw new IllegalArgumentException(
          "parts of \"" + subject + "\" must add up to " + total + ", but gave " + sum);
    }
  }

  /**
   * Creates an explanation of what is the total itself.
   *
   * @param subject what is explained
   * @param total the sum of the parts
   * @param parts the parts, in reading order
   * @throws IllegalArgumentException if the parts do not add up to the total
   * @throws ArithmeticException if the sum of the parts does not fit 64 bits
   */
  public Explanation(String subject, Quantity total, List<Part> parts) {
    this(subject, total, parts, "");
  }

  /**
   * Returns an explanation of the sum of some parts.
   *
   * @param subject what is explained
   * @param parts the parts, in reading order
   * @return the explanation
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public static Explanation of(String subject, List<Part> parts) {
    return of(subject, parts, "");
  }

  /**
   * Returns an explanation of what is not the sum of its parts, such as a ratio by those of what is
   * divided.
   *
   * @param subject what is explained
   * @param parts the parts, in reading order
   * @param value what is explained comes to, such as {@code "14.3 % (3 of 21)"}
   * @return the explanation
   * @throws ArithmeticException if the sum of the parts does not fit 64 bits
   */
  public static Explanation of(String subject, List<Part> parts, String value) {
    return new Explanation(subject, sum(parts), parts, value);
  }

  private static Quantity sum(List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      sum = sum.add(part.amount().toBigDecimal());
    }
    return Quantity.of(sum);
  }

  /**
   * Returns the parts as a table, with the total and the value below.
   *
   * @return the table, lines ending in {@code \n}
   */
  public String print() {
    String heading = subject.startsWith(">") ? " " + subject : subject; // not an alignment
    TextTable.Builder table = TextTable.builder(heading, ">amount", "note");
    for (Part part : parts) {
      table.row(part.label(), part.amount().print(), part.note());
    }
    return table.row("total", total.print(), value).build().toString();
  }

  /**
   * Returns the total and its parts on one line, such as {@code "188 = won 86 + live 102"}; where
   * that is not the value, with it: {@code "14.3 % (3 of 21): 3 = ana 2 + ben 1"}.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(value.isEmpty() ? "" : value + ": ");
    line.append(total.print());
    String sign = " = ";
    for (Part part : parts) {
      line.append(sign).append(part.label()).append(' ').append(part.amount().print());
      sign = " + ";
    }
    return line.toString();
  }
}
