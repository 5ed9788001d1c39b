package dev.guidepost.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.explain.Explanation.Part;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Laws of explanations and tables. */
class ExplainProperties {

  @Provide
  Arbitrary<List<Part>> parts() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(5),
            Arbitraries.longs(),
            Arbitraries.integers().between(0, 9),
            Arbitraries.strings().ofMaxLength(5))
        .as(
            (label, digits, scale, note) ->
                new Part(label, Quantity.ofUnscaled(digits, scale), note))
        .list()
        .ofMaxSize(5);
  }

  @Property
  void totalIsTheSumInAnyOrder(@ForAll("parts") List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      sum = sum.add(part.amount().toBigDecimal());
    }
    List<Part> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    Quantity total;
    try {
      total = Quantity.of(sum);
    } catch (ArithmeticException e) {
      assertThrows(ArithmeticException.class, () -> Explanation.of("x", parts));
      return;
    }
    assertEquals(total, Explanation.of("x", parts).total());
    assertEquals(total, Explanation.of("x", reversed).total());
    Quantity wrong = total.plus(Quantity.of(total.signum() > 0 ? -1 : 1));
    assertThrows(IllegalArgumentException.class, () -> new Explanation("x", wrong, parts));
  }

  @Property
  void tableHasALinePerRow(@ForAll @Size(max = 8) List<String> cells) {
    TextTable.Builder table = TextTable.builder("left", ">right");
    cells.forEach(cell -> table.row(cell, cell));
    String text = table.build().toString();
    assertEquals(cells.size() + 1, text.chars().filter(c -> c == '\n').count());
    assertFalse(text.contains(" \n"));
    assertFalse(text.contains("\r"));
  }
}
