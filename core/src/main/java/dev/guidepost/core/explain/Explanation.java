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
 */
public record Explanation(String subject, Quantity total, List<Part> parts) {

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
   * @throws IllegalArgumentException if the parts do not add up to the total
   * @throws ArithmeticException if the sum of the parts does not fit 64 bits
   */
  public Explanation {
    Objects.requireNonNull(subject, "subject");
    parts = ImmutableList.copyOf(parts);
    Quantity sum = sum(parts);
    if (!sum.equals(total)) {
      throw new IllegalArgumentException(
          "parts of \"" + subject + "\" must add up to " + total + ", but gave " + sum);
    }
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
    return new Explanation(subject, sum(parts), parts);
  }

  private static Quantity sum(List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      sum = sum.add(part.amount().toBigDecimal());
    }
    return Quantity.of(sum);
  }

  /**
   * Returns the parts as a table with the total below.
   *
   * @return the table, lines ending in {@code \n}
   */
  public String print() {
    String heading = subject.startsWith(">") ? " " + subject : subject; // not an alignment
    TextTable.Builder table = TextTable.builder(heading, ">amount", "note");
    for (Part part : parts) {
      table.row(part.label(), part.amount().print(), part.note());
    }
    return table.row("total", total.print(), "").build().toString();
  }

  /** Returns the total and its parts on one line, such as {@code "188 = won 86 + live 102"}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(total.print());
    String sign = " = ";
    for (Part part : parts) {
      line.append(sign).append(part.label()).append(' ').append(part.amount().print());
      sign = " + ";
    }
    return line.toString();
  }
}
