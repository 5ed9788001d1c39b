package dev.guidepost.targets.review;

import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.stat.Binomials;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.rates.PersonalRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks for people whose meetings stopped leading to opportunities: the exact tail of the recent
 * count under the person's own usual conversion, its uncertainty included, moved as the company's
 * conversion moved.
 */
final class ConversionCheck {

  /** The chance of a false alarm on each side: that of three sigma. */
  private static final double TAIL = 0.00135;

  private static final int BANDS = 15;

  private ConversionCheck() {}

  static List<Signal> signals(Evidence evidence) {
    List<Signal> signals = new ArrayList<>();
    Optional<Period> look = evidence.windows().conversionLook();
    Optional<Period> baseline = evidence.windows().conversionBaseline();
    if (look.isEmpty() || baseline.isEmpty()) {
      return signals;
    }
    Cube cube = evidence.today();
    PersonalRates usual =
        PersonalRates.fit(cube, StandardMetrics.MEETING_CONVERSION, baseline.get(), Evidence.LEVEL);
    PartyId root = evidence.organisation().root();
    Optional<PersonalRate> company = usual.of(root);
    Ratio now = ratio(cube, root, look.get());
    if (company.isEmpty() || now.numerator().signum() == 0) {
      return signals;
    }
    double shift =
        odds(now.numerator().toDouble() / now.denominator().toDouble())
            / odds(company.get().mean());
    for (PersonId person : evidence.people()) {
      Ratio own = ratio(cube, person, look.get());
      Optional<PersonalRate> rate = usual.of(person);
      if (rate.isPresent() && own.denominator().signum() > 0) {
        check(evidence, person, rate.get(), own, shift, look.get()).ifPresent(signals::add);
      }
    }
    return signals;
  }

  private static Optional<Signal> check(
      Evidence evidence,
      PersonId person,
      PersonalRate usual,
      Ratio own,
      double shift,
      Period look) {
    long events = own.numerator().unscaledAt(0);
    long trials = own.denominator().unscaledAt(0);
    double low = 0;
    double high = 0;
    for (double band : usual.bands(BANDS)) {
      double odds = odds(band) * shift;
      double p = odds / (1 + odds);
      low += Binomials.cdf(events, trials, p) / BANDS;
      high += Binomials.survival(events, trials, p) / BANDS;
    }
    if (low >= TAIL && high >= TAIL) {
      return Optional.empty();
    }
    double odds = odds(usual.mean()) * shift;
    double expected = trials * odds / (1 + odds);
    Period labelled = new Period(Grain.CUSTOM, look.start(), look.end(), look.label());
    String message =
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d meetings became opportunities, expected %.0f (1 in %,.0f by chance)",
            evidence.organisation().name(person),
            events,
            trials,
            expected,
            1 / Math.max(1e-9, Math.min(low, high)));
    return Optional.of(
        Signal.of(
            person,
            StandardMetrics.MEETING_CONVERSION,
            Rule.EXACT_TAIL,
            labelled,
            (double) events / trials,
            low < TAIL ? expected / trials : 0,
            low < TAIL ? 1 : expected / trials,
            message));
  }

  private static Ratio ratio(Cube cube, PartyId party, Period period) {
    return cube.measurement(party, StandardMetrics.MEETING_CONVERSION, period)
            instanceof Measurement.Share share
        ? share.ratio()
        : Ratio.of(0, 0);
  }

  private static double odds(double rate) {
    double r = Math.min(1 - 1e-9, Math.max(1e-9, rate));
    return r / (1 - r);
  }
}
