package dev.guidepost.examples.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.guidepost.core.quantity.Quantity;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** AdventureWorks: money with more decimals than its currency has. */
class ExactTotalTest {

  private static List<Quantity> orders() throws IOException {
    return Shared.rows("data/adventureworks/sales_order_header_rep_orders_2011_2014.csv").stream()
        .map(row -> Quantity.parse(row.getField("sub_total")))
        .toList();
  }

  private static Quantity sum(List<Quantity> amounts) {
    return amounts.stream().reduce(Quantity.ZERO, Quantity::plus);
  }

  @Test
  void isOneInAnyOrderAndAnyGrouping() throws IOException {
    List<Quantity> orders = new ArrayList<>(orders());
    assertEquals(3_806, orders.size());
    Quantity total = Quantity.parse("80487704.1832");
    assertEquals(total, sum(orders));
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(orders, random);
      int cut = random.nextInt(orders.size());
      assertEquals(total, sum(orders));
      assertEquals(
          total, sum(orders.subList(0, cut)).plus(sum(orders.subList(cut, orders.size()))));
    }
    Collections.sort(orders);
    assertEquals(total, sum(orders));
  }

  /** Rounding each order to cents gives another total, in whatever mode. */
  @Test
  void isNotThatOfRoundedOrders() throws IOException {
    List<Quantity> orders = orders();
    Quantity rounded = sum(orders).round(2, RoundingMode.HALF_EVEN);
    assertEquals("80,487,704.18", rounded.print());
    for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.HALF_UP)) {
      assertNotEquals(rounded, sum(orders.stream().map(order -> order.round(2, mode)).toList()));
    }
  }
}
