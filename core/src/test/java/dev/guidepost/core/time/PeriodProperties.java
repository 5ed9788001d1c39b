package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of periods. */
class PeriodProperties {

  @Provide
  Arbitrary<Period> periods() {
    Arbitrary<String> labels =
        Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(12),
                Arbitraries.strings()
                    .withChars("[](), -2\n")
                    .withCharRange('0', '2')
                    .ofMinLength(1)
                    .ofMaxLength(30))
            .filter(label -> !label.isBlank());
    return Combinators.combine(
            Arbitraries.of(Grain.class),
            Arbitraries.integers().between(-100, 100),
            Arbitraries.integers().between(1, 60),
            labels)
        .as(
            (grain, start, days, label) ->
                new Period(
                    grain, LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(start + days), label));
  }

  @Property
  void readsBackWhatItShows(@ForAll("periods") Period period) {
    Period back = Period.parse(period.toString());
    assertEquals(period, back);
    assertEquals(period.label(), back.label());
  }

  @Property(tries = 300)
  void containsAsManyDaysAsItSays(@ForAll("periods") Period period) {
    long held =
        IntStream.rangeClosed(-200, 200)
            .filter(day -> period.contains(LocalDate.ofEpochDay(day)))
            .count();
    assertEquals(period.days(), held);
    assertEquals(period.end(), period.lastDay().plusDays(1));
  }

  @Property
  void ordersAsItEquals(@ForAll("periods") Period a, @ForAll("periods") Period b) {
    assertEquals(a.equals(b), a.compareTo(b) == 0);
    assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
  }
}
