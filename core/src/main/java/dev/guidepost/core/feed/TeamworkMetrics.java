package dev.guidepost.core.feed;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;

/**
 * Metrics of what several people do together, for a catalog that has the {@linkplain
 * StandardMetrics standard ones}.
 *
 * <p>A deal that several people share is one opportunity and one win for each of them, as each had
 * one try; added up over a team it would count twice there. {@link #DEALS_OPENED}, {@link
 * #DEALS_CLOSED} and {@link #DEALS_WON} count each deal once at every level. Overlay credit has a
 * metric of its own, so that bookings add up to what was sold.
 */
public final class TeamworkMetrics {

  /** Value of deals won for which one helped, outside of bookings, on the day they were won. */
  public static final MetricId OVERLAY_BOOKINGS = MetricId.of("overlay-bookings");

  /** Different deals opened, on the day of opening. */
  public static final MetricId DEALS_OPENED = MetricId.of("deals-opened");

  /** Different deals won or lost, on the day they closed. */
  public static final MetricId DEALS_CLOSED = MetricId.of("deals-closed");

  /** Different deals won, on the day they were won. */
  public static final MetricId DEALS_WON = MetricId.of("deals-won");

  /** Meetings of others at which one coached. */
  public static final MetricId COACHED_MEETINGS = MetricId.of("coached-meetings");

  /** Meetings of others that one supported. */
  public static final MetricId SUPPORTED_MEETINGS = MetricId.of("supported-meetings");

  /** Calls of others at which one coached. */
  public static final MetricId COACHED_CALLS = MetricId.of("coached-calls");

  /** The deal, by its id. */
  public static final Dimension DEAL = Dimension.of("deal");

  /** What a deal does to what the customer has: new, expansion or renewal. */
  public static final Dimension MOTION = Dimension.of("motion");

  /** Where a deal came from: inbound, sdr, partner or own. */
  public static final Dimension ORIGIN = Dimension.of("origin");

  private TeamworkMetrics() {}

  /**
   * Returns a catalog with the metrics and dimensions of this class.
   *
   * @param catalog one with the standard metrics of deals
   * @return the catalog with these added; bookings give the currency and decimals of the overlay
   * @throws IllegalArgumentException if it lacks bookings, opportunities, closed deals or wins, or
   *     defines one of these metrics otherwise
   */
  public static Catalog addTo(Catalog catalog) {
    Metric bookings = catalog.metric(StandardMetrics.BOOKINGS);
    return catalog
        .with(DEAL)
        .with(MOTION)
        .with(ORIGIN)
        .with(
            result(OVERLAY_BOOKINGS, "Overlay bookings")
                .definition(
                    "Value of deals won times the overlay of who helped, on the day they were won;"
                        + " outside of bookings.")
                .aggregation(new Aggregation.Sum())
                .unit(bookings.unit())
                .scale(bookings.scale())
                .build(),
            distinct(DEALS_OPENED, "Deals opened", StandardMetrics.OPPORTUNITIES)
                .definition("Deals opened, each once however many share it.")
                .build(),
            distinct(DEALS_CLOSED, "Deals closed", StandardMetrics.CLOSED)
                .definition("Deals won or lost, each once however many share it.")
                .build(),
            distinct(DEALS_WON, "Deals won", StandardMetrics.WINS)
                .definition("Deals won, each once however many share it.")
                .build(),
            meetings(COACHED_CALLS, "Calls coached")
                .unit(new UnitOfMeasure.Count("calls"))
                .definition("Calls led by others at which the person coached, on their day.")
                .build(),
            meetings(COACHED_MEETINGS, "Meetings coached")
                .definition("Meetings led by others at which the person coached, on their day.")
                .build(),
            meetings(SUPPORTED_MEETINGS, "Meetings supported")
                .definition("Meetings led by others that the person supported, on their day.")
                .build());
  }

  private static Metric.Builder distinct(MetricId id, String name, MetricId of) {
    return result(id, name)
        .aggregation(new Aggregation.Distinct(of, DEAL))
        .unit(new UnitOfMeasure.Count("deals"));
  }

  private static Metric.Builder result(MetricId id, String name) {
    return Metric.builder()
        .id(id)
        .name(name)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING);
  }

  private static Metric.Builder meetings(MetricId id, String name) {
    return Metric.builder()
        .id(id)
        .name(name)
        .aggregation(new Aggregation.Sum())
        .unit(new UnitOfMeasure.Count("meetings"))
        .metricClass(MetricClass.ACTIVITY)
        .timing(Timing.LEADING);
  }
}
