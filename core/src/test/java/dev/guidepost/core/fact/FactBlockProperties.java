package dev.guidepost.core.fact;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reading by blocks and by positions are two ways to the same facts. */
class FactBlockProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static Ledger ledger(Random random, int most) {
    LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
    for (int number = 0; number < 3; number++) {
      try (Batch batch = writer.batch("b" + number, START.plusDays(number))) {
        for (int i = random.nextInt(most); i > 0; i--) {
          (random.nextInt(4) == 0 ? batch.row("k" + random.nextInt(most)) : batch.row())
              .by(PersonId.of("p" + random.nextInt(5)))
              .on(START.plusDays(random.nextInt(9)))
              .dim(PRODUCT, "v" + random.nextInt(3))
              .put(random.nextBoolean() ? BOOKINGS : WINS, random.nextInt(99));
        }
        batch.commit();
      }
    }
    return writer.snapshot();
  }

  private static List<Fact> read(Ledger ledger, int from, int to) {
    FactBlock block = new FactBlock();
    List<Fact> facts = new ArrayList<>();
    for (int at = from; at < to; ) {
      int next = ledger.read(at, to, block);
      assertTrue(next > at && next <= to);
      for (int i = 0; i < block.size(); i++) {
        int position = block.position(i);
        assertTrue(position >= at && position < next);
        assertEquals(ledger.partyCode(position), block.partyCode(i));
        assertEquals(ledger.metricCode(position), block.metricCode(i));
        assertEquals(ledger.epochDay(position), block.epochDay(i));
        assertEquals(ledger.unscaledAmount(position), block.unscaledAmount(i));
        facts.add(ledger.fact(position));
      }
      at = next;
    }
    return facts;
  }

  @Property(tries = 40)
  void aBlockHasTheFactsThatAViewIncludes(@ForAll long seed) {
    Random random = new Random(seed);
    Ledger whole = ledger(random, random.nextInt(5) == 0 ? 9_000 : 60);
    for (Ledger view :
        List.of(
            whole,
            whole.known(START.plusDays(1)),
            whole.known(START.minusDays(1)),
            whole.where(PRODUCT, "v1"),
            whole.in(Period.custom(START, START.plusDays(4))),
            whole.by(List.of(PersonId.of("p2"))).of(List.of(WINS)))) {
      assertEquals(Feed.facts(view), read(view, 0, view.size()));
      int from = view.size() == 0 ? 0 : random.nextInt(view.size());
      int to = from + (view.size() == from ? 0 : random.nextInt(view.size() - from));
      List<Fact> some = new ArrayList<>();
      for (int i = from; i < to; i++) {
        if (view.includes(i)) {
          some.add(view.fact(i));
        }
      }
      assertEquals(some, read(view, from, to));
      assertEquals(
          Feed.facts(view).stream().map(Fact::metric).distinct().sorted().toList(),
          view.metrics().stream().sorted().toList());
    }
  }

  @Example
  void positionsMustBeThere() {
    Ledger ledger = ledger(new Random(1), 50);
    FactBlock block = new FactBlock();
    int size = ledger.size();
    assertThrows(IndexOutOfBoundsException.class, () -> ledger.read(-1, size, block));
    assertThrows(IndexOutOfBoundsException.class, () -> ledger.read(0, size + 1, block));
    assertThrows(IndexOutOfBoundsException.class, () -> ledger.read(3, 3, block));
    assertEquals(0, new FactBlock().size());
  }
}
