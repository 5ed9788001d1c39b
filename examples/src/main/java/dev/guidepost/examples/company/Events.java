package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.Planted.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the planted problems do to the process, day by day. They last until as-of and go on. */
final class Events {

  private static final Set<MetricId> CREATION =
      ImmutableSet.of(
          StandardMetrics.OPPORTUNITIES,
          StandardMetrics.MEETINGS,
          StandardMetrics.MEETINGS_CONVERTED);

  private static final double COMMON = 0.6;
  private static final double OWN = 0.15;
  private static final double CONVERTING = 0.3;
  private static final double RISE = 1.6;

  private final Set<Kind> kinds;
  private final Season season;
  private final Cast cast;
  private final int commonFrom;
  private final int fallFrom;
  private final int conversionFrom;
  private final int missingFrom;
  private final int doneFrom;
  private final int falling;
  private final int fallingToo;
  private final int converting;
  private final int missing;
  private final int doing;

  Events(CompanySpec spec, Season season, Cast cast) {
    this.kinds = spec.planted();
    this.season = season;
    this.cast = cast;
    commonFrom = from(Kind.COMMON_FALL);
    fallFrom = from(Kind.CREATION_FALL);
    conversionFrom = from(Kind.CONVERSION_FALL);
    missingFrom = from(Kind.ACTIVITIES_MISSING);
    doneFrom = from(Kind.WELL_DONE);
    falling = cast.seller(Cast.Part.CREATION_FALL);
    fallingToo = cast.seller(Cast.Part.CREATION_FALL_TOO);
    converting = cast.seller(Cast.Part.CONVERSION_FALL);
    missing = cast.seller(Cast.Part.ACTIVITIES_MISSING);
    doing = cast.seller(Cast.Part.WELL_DONE);
  }

  private int from(Kind kind) {
    return kinds.contains(kind) ? season.review - 7 * weeks(kind) : Integer.MAX_VALUE;
  }

  /** Returns the factor on meetings being held and on inbound interest. */
  double holding(Seller seller, int day) {
    double factor = day >= commonFrom ? COMMON : 1;
    boolean falls = seller.index() == falling || seller.index() == fallingToo;
    return falls && day >= fallFrom ? factor * OWN : factor;
  }

  /** Returns the factor on calls leading to meetings and on inbound interest. */
  double booking(Seller seller, int day) {
    return keepsCommitments(seller, day) ? RISE / holding(seller, day) : 1;
  }

  /** Returns the factor on meetings turning into opportunities. */
  double converting(Seller seller, int day) {
    return seller.index() == converting && day >= conversionFrom ? CONVERTING : 1;
  }

  /** Tells whether the activities of a day are entered. */
  boolean entered(Seller seller, int day) {
    return seller.index() != missing || day < missingFrom;
  }

  /** Tells whether a seller does more, and agrees only on what is kept, on a day. */
  boolean keepsCommitments(Seller seller, int day) {
    return seller.index() == doing && day >= doneFrom;
  }

  private static int weeks(Kind kind) {
    return switch (kind) {
      case COMMON_FALL -> 5;
      case CREATION_FALL -> 4;
      case CONVERSION_FALL -> 8;
      case ACTIVITIES_MISSING -> 2;
      case WELL_DONE -> 6;
    };
  }

  /** Returns what is planted, the company first. */
  List<Planted> planted(UnitId company, List<Seller> sellers) {
    List<Planted> all = new ArrayList<>();
    if (kinds.contains(Kind.COMMON_FALL)) {
      all.add(
          new Planted(
              company,
              StandardMetrics.OPPORTUNITIES,
              Kind.COMMON_FALL,
              window(Kind.COMMON_FALL),
              CREATION));
    }
    for (Seller seller : sellers) {
      cast.part(seller.index()).ifPresent(part -> add(all, seller, part));
    }
    return all;
  }

  private void add(List<Planted> all, Seller seller, Cast.Part part) {
    switch (part) {
      case CREATION_FALL, CREATION_FALL_TOO ->
          add(all, seller, Kind.CREATION_FALL, StandardMetrics.OPPORTUNITIES, CREATION);
      case CONVERSION_FALL ->
          add(
              all,
              seller,
              Kind.CONVERSION_FALL,
              StandardMetrics.MEETINGS_CONVERTED,
              ImmutableSet.of(
                  StandardMetrics.MEETINGS_CONVERTED,
                  StandardMetrics.MEETING_CONVERSION,
                  StandardMetrics.OPPORTUNITIES));
      case ACTIVITIES_MISSING ->
          add(
              all,
              seller,
              Kind.ACTIVITIES_MISSING,
              StandardMetrics.MEETINGS,
              ImmutableSet.of(
                  StandardMetrics.CALLS,
                  StandardMetrics.MEETINGS,
                  StandardMetrics.MEETINGS_CONVERTED));
      case WELL_DONE -> add(all, seller, Kind.WELL_DONE, StandardMetrics.OPPORTUNITIES, CREATION);
      default -> {
        // The other parts are normal life.
      }
    }
  }

  private void add(
      List<Planted> all, Seller seller, Kind kind, MetricId metric, Set<MetricId> moves) {
    if (kinds.contains(kind)) {
      all.add(new Planted(seller.id(), metric, kind, window(kind), moves));
    }
  }

  private Period window(Kind kind) {
    return Period.custom(
        LocalDate.ofEpochDay(season.review - 7L * weeks(kind)),
        LocalDate.ofEpochDay(season.review));
  }
}
