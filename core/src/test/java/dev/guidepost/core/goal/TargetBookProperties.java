package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.quantity.Quantity;
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
}
