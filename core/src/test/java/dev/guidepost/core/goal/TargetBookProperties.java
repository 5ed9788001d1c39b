package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What was known on a day does not change by what is learnt later. */
class TargetBookProperties {
  private static final LocalDate START = Sample.Q4.start();

  @Property
  void asOfADayNeverUsesLaterKnowledge(
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 89) Integer> effective,
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 3) Integer> waits,
      @ForAll @IntRange(min = 0, max = 25) int known,
      @ForAll @IntRange(min = 0, max = 91) int day) {
    LocalDate when = START.plusDays(known);
    LocalDate on = START.plusDays(day);
    TargetBook book = TargetBook.EMPTY;
    List<TargetVersion> then = new ArrayList<>();
    LocalDate today = START;
    TargetBook early = TargetBook.EMPTY;
    for (int i = 0; i < Math.min(effective.size(), waits.size()); i++) {
      today = today.plusDays(waits.get(i));
      TargetVersion version =
          new TargetVersion(
              Sample.bookings(Sample.ANA, i).build(),
              START.plusDays(effective.get(i)),
              today,
              Sample.DANA,
              "change " + i,
              i % 3 == 2);
      book = book.with(version);
      if (!today.isAfter(when)) {
        early = early.with(version);
        then.add(version);
      }
    }
    assertEquals(early, book.asOf(when));
    Optional<Quantity> expected =
        then.stream()
            .filter(version -> !version.effectiveFrom().isAfter(on))
            .max(Comparator.comparing(TargetVersion::effectiveFrom).thenComparing(then::indexOf))
            .filter(version -> !version.withdrawn())
            .map(version -> version.target().amount());
    Target.Key key = Sample.bookings(Sample.ANA, 0).build().key();
    assertEquals(expected, book.asOf(when).find(key, on).map(Target::amount));
    assertEquals(book, TargetBook.of(book.state(), Closings.NONE));
  }

  /** Whatever is accepted after a closing, each day of the closed period is as it was at it. */
  @Property
  void whatHoldsOnAClosedDayStaysAsItWas(
      @ForAll @Size(max = 8) List<@IntRange(min = -40, max = 364) Integer> effective,
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 90) Integer> waits,
      @ForAll @IntRange(max = 30) int patience) {
    Period year = Sample.period("2026");
    Closings closings = Closings.NONE;
    for (String label : List.of("2026-02", "2026-Q1", "2026-Q3")) {
      Period closed = Sample.period(label);
      closings = closings.with(new Closing(closed, closed.end().plusDays(patience), Sample.DANA));
    }
    TargetBook book = TargetBook.EMPTY.with(closings);
    LocalDate today = year.start().minusDays(60);
    for (int i = 0; i < Math.min(effective.size(), waits.size()); i++) {
      today = today.plusDays(waits.get(i));
      TargetVersion version =
          new TargetVersion(
              Sample.bookings(Sample.ANA, i).period(year).build(),
              year.start().plusDays(effective.get(i)),
              today,
              Sample.DANA,
              "change " + i,
              i % 3 == 2);
      try {
        book = book.with(version);
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage().contains("must"), e::getMessage);
      }
    }
    Target.Key key = Sample.bookings(Sample.ANA, 0).period(year).build().key();
    for (Closing closing : closings.all()) {
      TargetBook then = book.asOf(closing.on());
      for (LocalDate day = closing.period().start();
          day.isBefore(closing.period().end());
          day = day.plusDays(1)) {
        assertEquals(then.find(key, day), book.find(key, day), day::toString);
      }
    }
    assertEquals(book, TargetBook.of(book.state(), closings));
  }
}
