package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.rollup.attainment.Acme.*;

import dev.guidepost.core.goal.TargetBook;
import org.junit.jupiter.api.Test;

class AttainmentTreeTest {
  @Test
  void prints() {
    TargetBook book =
        book(
            bookings(COMPANY, "2026-Q3", 1000),
            bookings(EAST, "2026-Q3", 300),
            bookings(ANA, "2026-Q3", 240),
            bookings(BEN, "2026-Q3", 170),
            bookings(CEM, "2026-Q3", 100),
            bookings(DOT, "2026-Q3", 100),
            bookings(DOT, "2026-07", 30),
            bookings(FAY, "2026-07", 50),
            bookings(FAY, "2026-08", 50));
    AttainmentTree tree =
        Attainments.of(
                new Feed()
                    .with(ANA, AUGUST, BOOKINGS, 400)
                    .with(BEN, JULY, BOOKINGS, 60)
                    .with(CEM, JULY, BOOKINGS, 30)
                    .with(DOT, JULY, BOOKINGS, 20)
                    .with(DOT, SEPTEMBER, BOOKINGS, 30)
                    .with(EVE, SEPTEMBER, BOOKINGS, 45)
                    .with(FAY, JULY, BOOKINGS, 45)
                    .with(FAY, SEPTEMBER, BOOKINGS, 45)
                    .rollup(),
                book,
                OCTOBER)
            .of(BOOKINGS, period("2026-Q3"));
    System.out.println(tree.print());
    System.out.println(tree.print(EAST));
    System.out.println(tree.print(WEST));
    System.out.println(tree.print(COMPANY));
    tree.lines().forEach(System.out::println);
    tree.leftOut().forEach(System.out::println);
  }
}
