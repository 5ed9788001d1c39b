package dev.guidepost.core.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.agreement.Agreement.Status;
import dev.guidepost.core.agreement.Agreement.Step;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random walks: a trail takes exactly the legal steps, by a table written apart from the code. */
class AgreementProperties {
  private static final LocalDate START = LocalDate.of(2026, 9, 1);

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of(Status.values()),
            Arbitraries.of(Sample.ANA, Sample.DANA, Sample.ANA, Sample.DANA, Sample.BEN),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(Sample.ANA, Sample.ANA, Sample.ANA, Sample.ANA, Sample.BEN))
        .as(
            (status, by, day, amount, owner) ->
                new Step(
                    status,
                    by,
                    START.plusDays(day),
                    new Terms.Amount(Sample.bookings(owner, 1).build().key(), Quantity.of(amount)),
                    "why"));
  }

  @Property
  void rejectsEveryIllegalStep(
      @ForAll @Size(max = 40) List<@net.jqwik.api.From("steps") Step> walk) {
    Terms offer = new Terms.Amount(Sample.bookings(Sample.ANA, 1).build().key(), Quantity.ZERO);
    Agreement trail = Agreement.propose(Sample.DANA, Sample.ANA, START, offer, "start");
    PersonId offeredBy = Sample.DANA;
    Status status = Status.PROPOSED;
    LocalDate last = START;
    for (Step step : walk) {
      boolean takesPart = step.by().equals(Sample.ANA) || step.by().equals(Sample.DANA);
      boolean ordered = !step.on().isBefore(last);
      boolean open = status == Status.PROPOSED || status == Status.COUNTERED;
      boolean other = !step.by().equals(offeredBy);
      boolean same = step.terms().equals(offer);
      boolean about = step.terms().subject().equals(offer.subject());
      boolean legal =
          takesPart
              && ordered
              && about
              && ((step.status() == Status.COUNTERED && open && other && !same)
                  || (step.status() == Status.AGREED && open && other && same)
                  || (step.status() == Status.WITHDRAWN && status != Status.WITHDRAWN && same));
      Agreement before = trail;
      if (!legal) {
        assertThrows(IllegalArgumentException.class, () -> before.with(step));
        continue;
      }
      trail = before.with(step);
      status = step.status();
      last = step.on();
      if (status == Status.COUNTERED) {
        offer = step.terms();
        offeredBy = step.by();
      }
      assertEquals(status, trail.status());
      assertEquals(offer, trail.terms());
      assertEquals(status == Status.AGREED, trail.agreed().isPresent());
      assertEquals(before.steps(), trail.steps().subList(0, before.steps().size()));
    }
    Agreements all = Agreements.NONE.with(trail);
    assertEquals(all, Agreements.of(all.state(), Closings.NONE));
    for (int day = 0; day < 4; day++) {
      LocalDate known = START.plusDays(day);
      trail
          .asOf(known)
          .ifPresent(
              then ->
                  then.steps()
                      .forEach(
                          step ->
                              assertEquals(
                                  -1, Integer.signum(step.on().compareTo(known.plusDays(1))))));
    }
  }
}
