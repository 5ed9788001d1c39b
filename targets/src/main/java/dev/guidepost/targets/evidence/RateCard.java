package dev.guidepost.targets.evidence;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.core.stat.Interval;
import dev.guidepost.targets.funnel.CycleTimes;
import dev.guidepost.targets.funnel.SizeMix;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.rates.SlicedRates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One person's rates, each with its interval and what it stands on.
 *
 * @param person whose rates
 * @param name what people call the person
 * @param winYield won of opened; empty without a complete cohort
 * @param byMotion the same for new business, expansion and renewal; empty likewise
 * @param meetings how often meetings lead to opportunities; empty if none are recorded
 * @param creation opportunities a week, of late
 * @param byOrigin the same by where they come from, in order of the alphabet; unmodifiable
 * @param held meetings a week, of late; empty if none are recorded
 * @param calls calls a week, of late; empty if none are recorded
 * @param size the mean size of a won deal, partly everybody's; 0 if sizes are unknown
 * @param mix what won deals are made of
 * @param cycle how long the person's wins took
 * @param everybodysCycle how long the company's wins took, for one with few
 */
public record RateCard(
    PersonId person,
    String name,
    Optional<PersonalRate> winYield,
    Optional<SlicedRates> byMotion,
    Optional<PersonalRate> meetings,
    CreationRate creation,
    Map<String, CreationRate> byOrigin,
    Optional<CreationRate> held,
    Optional<CreationRate> calls,
    double size,
    SizeMix mix,
    CycleTimes cycle,
    CycleTimes everybodysCycle) {

  private static final int FEW = 20;

  /**
   * Creates a card.
   *
   * @param person whose rates
   * @param name what people call the person
   * @param winYield won of opened
   * @param byMotion the same by motion
   * @param meetings how often meetings lead to opportunities
   * @param creation opportunities a week
   * @param byOrigin the same by origin
   * @param held meetings a week
   * @param calls calls a week
   * @param size the mean size of a won deal
   * @param mix what won deals are made of
   * @param cycle how long the person's wins took
   * @param everybodysCycle how long the company's wins took
   */
  public RateCard {
    byOrigin = ImmutableSortedMap.copyOf(byOrigin);
  }

  /**
   * Tells whether nothing of one's own stands behind the win yield, as for a new hire.
   *
   * @return true without a deal of one's own in the complete cohorts
   */
  public boolean withoutRecord() {
    return winYield.map(rate -> rate.estimate().trials() == 0).orElse(true);
  }

  /**
   * Returns all rates, one a line.
   *
   * @return the lines, each ending in a line break
   */
  public String print() {
    StringBuilder text = new StringBuilder(name);
    text.append(
        withoutRecord()
            ? ": no record of one's own yet, so win yield is that of the others\n"
            : "\n");
    line(text, "win yield", winYield.map(PersonalRate::toString).orElse("not enough data"));
    byMotion
        .filter(sliced -> sliced.values().size() > 1)
        .ifPresent(
            sliced -> {
              for (String motion : sliced.print(person).split("\n", -1)) {
                if (!motion.isEmpty()) {
                  line(text, "", motion);
                }
              }
            });
    line(text, "meeting converts", meetings.map(PersonalRate::toString).orElse("not recorded"));
    line(
        text,
        "opportunities",
        weekly(creation) + ", best month " + one(creation.bestMonthPerWeek()));
    byOrigin.forEach((origin, rate) -> line(text, "", origin + " " + weekly(rate)));
    line(text, "meetings", held.map(RateCard::weekly).orElse("not recorded"));
    line(text, "calls", calls.map(RateCard::weekly).orElse("not recorded"));
    line(
        text,
        "deal size",
        size == 0
            ? "not enough data"
            : String.format(
                Locale.ROOT,
                "%,.0f, %,d won of one's own; %.0f %% own record",
                size,
                mix.own(),
                mix.ownShare() * 100));
    parts(text, mix.products());
    parts(text, mix.bands());
    line(
        text,
        "cycle time",
        cycle.days().total() >= FEW ? cycle.toString() : "the company's: " + everybodysCycle);
    return text.toString();
  }

  private static void parts(StringBuilder text, List<SizeMix.Part> parts) {
    if (!parts.isEmpty()) {
      line(text, "", parts.stream().map(SizeMix.Part::toString).collect(Collectors.joining(", ")));
    }
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append(String.format(Locale.ROOT, "  %-17s  %s\n", what, value));
  }

  private static String weekly(CreationRate rate) {
    Interval likely = GammaPoisson.of(rate.shape(), rate.rate()).interval(Evidence.LEVEL);
    return String.format(
        Locale.ROOT,
        "%s a week [%s, %s], %,d in %s weeks",
        one(rate.perWeek()),
        one(likely.low()),
        one(likely.high()),
        rate.count(),
        one(rate.weeks()));
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Returns {@link #print()}. */
  @Override
  public String toString() {
    return print();
  }
}
