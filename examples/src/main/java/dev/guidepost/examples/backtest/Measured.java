package dev.guidepost.examples.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Works out the figures of a run. */
final class Measured {

  static final List<String> LEVELS = List.of("person", "team", "region", "company");
  static final List<Double> INTERVALS = List.of(0.5, 0.8, 0.9);
  static final List<Forecaster> PEERS_OF_DEALS =
      List.of(
          Forecaster.STAGE_WEIGHTED,
          Forecaster.OPEN_THIRD,
          Forecaster.COMPANY_RATE,
          Forecaster.CONSTANT);
  static final int BINS = 10;
  static final int YOUNG = 120;

  private final Results results;
  private final Map<String, Figure> figures;

  private Measured(Results results, Map<String, Figure> figures) {
    this.results = results;
    this.figures = figures;
  }

  /** Adds the figures of some results. */
  static void add(Results results, Map<String, Figure> figures) {
    Measured measured = new Measured(results, figures);
    for (Group group : Group.values()) {
      for (Measure measure : Measure.values()) {
        for (String level : LEVELS) {
          measured.parties(group, level, measure);
        }
      }
      measured.deals(group);
      measured.kinds(group);
      measured.looks(group);
    }
  }

  private void put(String name, Figure figure) {
    if (figure.count() > 0) {
      figures.put(name, figure);
    }
  }

  private void parties(Group group, String level, Measure measure) {
    Predicate<PartyRow> which = Results.of(group, level, measure);
    String name = group + "|" + level + "|" + measure + "|";
    for (double interval : INTERVALS) {
      put(name + "covers " + percent(interval), coverage(which, interval));
    }
    put(name + "bias", results.bias(which, Forecaster.GUIDEPOST));
    put(name + "crps", results.crps(which, Forecaster.GUIDEPOST));
    boolean told = level.equals("person") || level.equals("company");
    for (Forecaster other : Forecaster.values()) {
      boolean ours = Peers.isOurs(other);
      if (other != Forecaster.GUIDEPOST && (told || !ours)) {
        put(name + "crps below " + other, results.crpsBelow(which, Forecaster.GUIDEPOST, other));
      }
      if (other != Forecaster.GUIDEPOST && told && ours) {
        put(name + "bias of " + other, results.bias(which, other));
        put(name + "covers 80 of " + other, results.coverage(which, other, 0.8));
      }
    }
  }

  private Figure coverage(Predicate<PartyRow> which, double interval) {
    return results.coverage(which, Forecaster.GUIDEPOST, interval);
  }

  /** By what is asked: the rest of a quarter and the next one are not alike. */
  private void kinds(Group group) {
    for (Subject.Kind kind : Subject.Kind.values()) {
      Predicate<DealRow> deals = row -> row.group() == group && row.kind() == kind;
      String name = group + "|" + kind + "|";
      put(name + "mean chance less share won", results.meanDifference(deals, Forecaster.GUIDEPOST));
      for (Forecaster peer : PEERS_OF_DEALS) {
        put(name + "skill over " + peer, results.brierSkill(deals, Forecaster.GUIDEPOST, peer));
      }
      for (Measure measure : Measure.values()) {
        Predicate<PartyRow> people =
            Results.of(group, "person", measure).and(row -> row.kind() == kind);
        put(name + measure + " covers 80", coverage(people, 0.8));
        put(name + measure + " bias", results.bias(people, Forecaster.GUIDEPOST));
        for (Forecaster peer : PEERS_OF_DEALS) {
          put(
              name + measure + " crps below " + peer,
              results.crpsBelow(people, Forecaster.GUIDEPOST, peer));
        }
      }
    }
  }

  /** By day and kind, to see where a figure comes from. */
  private void looks(Group group) {
    TreeSet<LocalDate> days = new TreeSet<>();
    results.deals().stream()
        .filter(row -> row.group() == group)
        .forEach(row -> days.add(row.asOf()));
    for (LocalDate day : days) {
      for (Subject.Kind kind : Subject.Kind.values()) {
        String name = group + "|as of " + day + ", " + kind + "|";
        Predicate<DealRow> deals =
            row -> row.group() == group && row.asOf().equals(day) && row.kind() == kind;
        Predicate<PartyRow> people =
            Results.of(group, "person", Measure.WINS)
                .and(row -> row.asOf().equals(day) && row.kind() == kind);
        put(name + "chance", results.meanChance(deals, Forecaster.GUIDEPOST));
        put(name + "won", results.share(deals));
        put(
            name + "skill over constant",
            results.brierSkill(deals, Forecaster.GUIDEPOST, Forecaster.CONSTANT));
        put(name + "covers 80", coverage(people, 0.8));
        put(name + "bias", results.bias(people, Forecaster.GUIDEPOST));
        put(name + "bias of nothing new", results.bias(people, Forecaster.NOTHING_NEW));
      }
    }
  }

  private static String percent(double share) {
    return Long.toString(Math.round(share * 100));
  }

  private void deals(Group group) {
    Predicate<DealRow> all = row -> row.group() == group;
    Predicate<DealRow> young = all.and(row -> row.age() <= YOUNG);
    String name = group + "|deals|";
    put(name + "brier", results.brier(all, Forecaster.GUIDEPOST));
    put(name + "mean chance less share won", results.meanDifference(all, Forecaster.GUIDEPOST));
    for (Forecaster other : Forecaster.values()) {
      if (other != Forecaster.GUIDEPOST) {
        put(name + "skill over " + other, results.brierSkill(all, Forecaster.GUIDEPOST, other));
      }
    }
    put(
        name + "young, skill over constant",
        results.brierSkill(young, Forecaster.GUIDEPOST, Forecaster.CONSTANT));
    for (int bin = 0; bin < BINS; bin++) {
      double from = (double) bin / BINS;
      double until = bin == BINS - 1 ? 2 : (bin + 1.0) / BINS;
      Predicate<DealRow> some =
          all.and(
              row -> {
                double chance = row.chances().getOrDefault(Forecaster.GUIDEPOST, -1.0);
                return chance >= from && chance < until;
              });
      put(name + "chance, bin " + bin, results.meanChance(some, Forecaster.GUIDEPOST));
      put(name + "won, bin " + bin, results.share(some));
    }
  }
}
