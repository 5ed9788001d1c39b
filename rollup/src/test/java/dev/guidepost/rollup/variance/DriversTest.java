package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.AVERAGE_DEAL_SIZE;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.GROSS_MARGIN;
import static dev.guidepost.core.metric.StandardMetrics.MARGIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.OPPORTUNITIES;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION_ANSWERS;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION_POINTS;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.rollup.factor.Reduction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DriversTest {

  static final MetricId DEAL_SIZE = MetricId.of("deal-size");
  static final Catalog CATALOG = catalog("USD");

  static Metric money(MetricId id, String aggregation) {
    return Metric.builder()
        .id(id)
        .name(
            id.value().substring(0, 1).toUpperCase(Locale.ROOT)
                + id.value().substring(1).replace('-', ' '))
        .definition("Made of others: " + aggregation)
        .aggregation(Aggregation.parse(aggregation))
        .unit(new UnitOfMeasure.Money("USD"))
        .scale(2)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .build();
  }

  static Catalog catalog(String currency) {
    Metric size =
        Metric.builder()
            .from(money(DEAL_SIZE, "bookings / wins"))
            .unit(new UnitOfMeasure.Money(currency))
            .build();
    return StandardMetrics.fullCatalog(currency, 2).with(size);
  }

  private static void accepted(Catalog catalog, MetricId result, MetricId... factors) {
    Drivers.of(result, factors).check(catalog);
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }

  @Test
  void whatCancelsIsAccepted() {
    accepted(CATALOG, BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE);
    accepted(CATALOG, WINS, CLOSED, WIN_RATE);
    accepted(CATALOG, GROSS_MARGIN, BOOKINGS, MARGIN_RATE);
    accepted(CATALOG, GROSS_MARGIN, WINS, DEAL_SIZE, MARGIN_RATE);
    accepted(CATALOG, SATISFACTION_POINTS, SATISFACTION_ANSWERS, SATISFACTION);
    assertEquals(
        "bookings = closed * win-rate * deal-size by product",
        Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE).by(PRODUCT).toString());
  }

  @Test
  void numbersAndSumsCancelToo() {
    MetricId twice = MetricId.of("twice");
    MetricId half = MetricId.of("half-size");
    MetricId profit = MetricId.of("profit");
    MetricId again = MetricId.of("again");
    MetricId perWin = MetricId.of("profit-per-win");
    MetricId third = MetricId.of("third");
    MetricId perWinThird = MetricId.of("third-per-win");
    Catalog catalog =
        CATALOG.with(
            money(twice, "= bookings * 2"),
            money(half, "= bookings / (2 * wins)"),
            money(profit, "= 2 * bookings - 2 * costs-of-goods"),
            money(again, "= gross-margin + bookings - costs-of-goods"),
            money(perWin, "= (bookings - costs-of-goods) * 2 / wins"),
            money(third, "= bookings / 3"),
            money(perWinThird, "= third / wins"));
    accepted(catalog, profit, WINS, perWin);
    accepted(catalog, again, WINS, perWin);
    assertEquals(
        "2 * (bookings - costs-of-goods) / wins", new Reduction(catalog).of(perWin).toString());
    refused(
        "comes to 1/2 * bookings; what is missing is a factor that is 2",
        () -> accepted(catalog, BOOKINGS, WINS, half));
    refused(
        "result must have at most 9 decimals", () -> accepted(catalog, third, WINS, perWinThird));
    MetricId zero = MetricId.of("zero");
    MetricId shifted = MetricId.of("shifted");
    Catalog odd =
        catalog.with(
            money(zero, "= bookings - bookings"),
            money(shifted, "= bookings - 2 * bookings + bookings"));
    refused("zero must add up nothing but sums", () -> accepted(odd, BOOKINGS, zero, WINS));
    refused("shifted must add up nothing but sums", () -> accepted(odd, BOOKINGS, shifted, WINS));
    MetricId nothing = MetricId.of("nothing");
    Catalog withZero = catalog.with(money(nothing, "= bookings * 0"));
    refused("comes to 0 * bookings", () -> accepted(withZero, BOOKINGS, nothing, WINS));
  }

  @Test
  void whatDoesNotCancelIsRefusedWithWhatIsMissing() {
    refused(
        "factors of bookings must multiply to bookings, but opportunities * win-rate * deal-size"
            + " comes to opportunities * bookings / closed; what is missing is a factor that is"
            + " closed / opportunities",
        () -> accepted(CATALOG, BOOKINGS, OPPORTUNITIES, WIN_RATE, DEAL_SIZE));
  }

  @Test
  void whatIsNotMadeOfSumsIsRefused() {
    refused(
        "average-deal-size must be read from sums for its change to be explained, but is \"mean\";"
            + " a metric that is one sum over another serves",
        () -> accepted(CATALOG, BOOKINGS, WINS, AVERAGE_DEAL_SIZE));
    refused(
        "live-pipeline must be read from sums",
        () -> accepted(CATALOG, BOOKINGS, StandardMetrics.LIVE_PIPELINE, WINS));
    refused(
        "result must add up for its change to be explained, but win-rate is wins / closed",
        () -> accepted(CATALOG, WIN_RATE, WINS, CLOSED));
    refused("metric must be one of", () -> accepted(CATALOG, MetricId.of("nothing"), WINS, CLOSED));
  }

  @Test
  void factorsAreTwoToEight() {
    refused("factors must each be there once", () -> Drivers.of(BOOKINGS, WINS, WINS));
    refused("must be 2 to 8", () -> Drivers.of(BOOKINGS, BOOKINGS));
    refused("must be 2 to 8", () -> Drivers.of(BOOKINGS));
    MetricId[] many = new MetricId[8];
    for (int i = 0; i < many.length; i++) {
      many[i] = MetricId.of("metric-" + (char) ('a' + i));
    }
    assertEquals(8, Drivers.of(BOOKINGS, many).factors().size());
    refused("and a mix", () -> Drivers.of(BOOKINGS, many).by(PRODUCT));
    assertEquals(Mix.WITHIN_EACH, Drivers.of(BOOKINGS, BOOKINGS_ONLY).by(PRODUCT).mix());
    assertEquals(
        Mix.ACROSS_ALL, Drivers.of(BOOKINGS, BOOKINGS_ONLY).with(Mix.ACROSS_ALL).by(PRODUCT).mix());
  }

  private static final MetricId[] BOOKINGS_ONLY = {WINS, DEAL_SIZE};

  @Test
  void mixNeedsWhatAddsUp() {
    refused(
        "segments must be given",
        () -> Drivers.of(BOOKINGS, WINS, DEAL_SIZE).with(Mix.WITHIN_EACH));
    refused(
        "first factor must add up to be taken apart into total and mix, but deal-size is bookings"
            + " / wins",
        () -> Drivers.of(BOOKINGS, DEAL_SIZE, WINS).by(PRODUCT).check(CATALOG));
    refused(
        "segments must be one of",
        () -> Drivers.of(BOOKINGS, WINS, DEAL_SIZE).by(Dimension.of("planet")).check(CATALOG));
    Drivers alone = new Drivers(BOOKINGS, List.of(BOOKINGS), Optional.of(PRODUCT), Mix.WITHIN_EACH);
    alone.check(CATALOG);
  }
}
