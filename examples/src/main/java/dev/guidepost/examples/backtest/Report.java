package dev.guidepost.examples.backtest;

import dev.guidepost.core.explain.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what was measured, good or bad. */
final class Report {

  private final Figures figures;

  Report(Figures figures) {
    this.figures = figures;
  }

  /** Returns the goals beside what was measured: the table of the README. */
  String goals() {
    TextTable.Builder table =
        TextTable.builder("companies", "what", ">goal", ">measured", ">error", "95 %", "");
    for (Aim aim : Aim.all()) {
      Figure figure = figures.figure(aim.figure());
      table.row(
          aim.group().toString(),
          aim.what(),
          aim.goal(),
          aim.text(figure.value()),
          aim.text(figure.error()),
          aim.range(figure),
          aim.verdict(figure));
    }
    return "Backtest, version "
        + figures.setting("version")
        + ", seed "
        + figures.setting("seed")
        + ":\n"
        + figures.setting("companies")
        + "\n"
        + table.build();
  }

  /** Returns all of it. */
  String print() {
    StringBuilder text = new StringBuilder(goals());
    text.append('\n').append(notes()).append('\n');
    for (Group group : Group.values()) {
      if (figures.figure(group + "|deals|brier").count() > 0) {
        text.append('\n').append(group.toString().toUpperCase(Locale.ROOT)).append('\n');
        text.append(coverage(group)).append('\n');
        text.append(peers(group)).append('\n');
        text.append(parts(group)).append('\n');
        text.append(deals(group)).append('\n');
        text.append(reliability(group)).append('\n');
        text.append(kinds(group)).append('\n');
        text.append(looks(group));
      }
    }
    return text.toString();
  }

  private String notes() {
    return String.join(
        "\n",
        "Error: standard error by resampling blocks, each all forecasts of one quarter of one"
            + " company; 95 %: percentiles of the same.",
        "The real data has no more than 3 such quarters, so its errors are themselves rough.",
        "Coverage by randomised PIT; CRPS exact on the lattice; a peer without a distribution is"
            + " scored as a number.",
        "Of the three numbers, \"nothing new\" and \"at the recent rate\" are scored; \"plan"
            + " followed\" is not, as nobody followed it.",
        "Constant: the mean of the company's other quarters (one quarter left out, later ones"
            + " included): no honest forecaster knows it.",
        "Company rate: wins and losses a deal and day, new deals a person and day, for everybody"
            + " the same.",
        "Stage-weighted and open/3 count all dated open deals, whenever they may be won, and"
            + " nothing new.",
        "Generated companies: holidays, and leave that is agreed, count as known ahead; who comes,"
            + " goes and moves later does not.",
        "Real data: "
            + figures.setting("undated")
            + " open deals without a day of opening are left out everywhere, as nobody knows since"
            + " when they are there.",
        "Real data: closings follow the calendar there, so last quarter repeated is hard to beat on"
            + " totals,",
        "and no model should be tuned to it; a blend that corrects itself and won there lost badly"
            + " on another company.",
        "Nothing was tuned on the quarters that are scored.",
        "");
  }

  private String coverage(Group group) {
    TextTable.Builder table =
        TextTable.builder(
            "level",
            "what",
            ">covers 50 %",
            ">80 %",
            ">error",
            ">90 %",
            ">bias",
            ">error",
            ">CRPS",
            ">forecasts");
    for (Measure measure : Measure.values()) {
      for (String level : Measured.LEVELS) {
        String name = group + "|" + level + "|" + measure + "|";
        Figure eighty = figures.figure(name + "covers 80");
        Figure bias = figures.figure(name + "bias");
        table.row(
            level,
            measure.toString(),
            percent(figures.figure(name + "covers 50").value()),
            percent(eighty.value()),
            percent(eighty.error()),
            percent(figures.figure(name + "covers 90").value()),
            percent(bias.value()),
            percent(bias.error()),
            String.format(Locale.ROOT, "%,.2f", figures.figure(name + "crps").value()),
            Long.toString(eighty.count()));
      }
    }
    return table.build().toString();
  }

  /** By how much the score is below that of the peers. */
  private String peers(Group group) {
    List<Forecaster> peers =
        List.of(
            Forecaster.STAGE_WEIGHTED,
            Forecaster.OPEN_THIRD,
            Forecaster.LAST_QUARTER,
            Forecaster.COMPANY_RATE,
            Forecaster.CONSTANT);
    return below(group, "CRPS below that of", peers, Measured.LEVELS);
  }

  private String below(Group group, String title, List<Forecaster> others, List<String> levels) {
    List<String> heads = new ArrayList<>(List.of(title, ""));
    others.forEach(other -> heads.addAll(List.of(">" + other, ">error")));
    TextTable.Builder table = TextTable.builder(heads.toArray(new String[0]));
    for (Measure measure : Measure.values()) {
      for (String level : levels) {
        List<String> row = new ArrayList<>(List.of(level, measure.toString()));
        for (Forecaster other : others) {
          Figure figure =
              figures.figure(group + "|" + level + "|" + measure + "|crps below " + other);
          row.add(percent(figure.value()));
          row.add(percent(figure.error()));
        }
        table.row(row.toArray(new String[0]));
      }
    }
    return table.build().toString();
  }

  /** What each part is worth: the score with it against the score without. */
  private String parts(Group group) {
    TextTable.Builder table =
        TextTable.builder(
            "the same",
            "level",
            "what",
            ">CRPS below it",
            ">error",
            ">it covers 80 %",
            ">its bias");
    for (Forecaster one : Forecaster.values()) {
      if (one == Forecaster.GUIDEPOST || !Peers.isOurs(one)) {
        continue;
      }
      for (String level : List.of("person", "company")) {
        for (Measure measure : Measure.values()) {
          String name = group + "|" + level + "|" + measure + "|";
          Figure below = figures.figure(name + "crps below " + one);
          table.row(
              one.toString(),
              level,
              measure.toString(),
              percent(below.value()),
              percent(below.error()),
              percent(figures.figure(name + "covers 80 of " + one).value()),
              percent(figures.figure(name + "bias of " + one).value()));
        }
      }
    }
    return table.build().toString();
  }

  private String deals(Group group) {
    String name = group + "|deals|";
    Figure brier = figures.figure(name + "brier");
    TextTable.Builder table = TextTable.builder("deals", ">value", ">error", ">chances");
    dealRow(table, "Brier score", brier);
    dealRow(
        table, "mean chance less share won", figures.figure(name + "mean chance less share won"));
    for (Forecaster other : Forecaster.values()) {
      Figure skill = figures.figure(name + "skill over " + other);
      if (skill.count() > 0) {
        dealRow(table, "Brier skill over " + other, skill);
      }
    }
    dealRow(
        table,
        "Brier skill over constant, up to " + Measured.YOUNG + " days old",
        figures.figure(name + "young, skill over constant"));
    return table.build().toString();
  }

  private static void dealRow(TextTable.Builder table, String what, Figure figure) {
    table.row(what, three(figure.value()), three(figure.error()), Long.toString(figure.count()));
  }

  private String reliability(Group group) {
    TextTable.Builder table =
        TextTable.builder("chance", ">mean chance", ">share won", ">error", ">deals");
    for (int bin = 0; bin < Measured.BINS; bin++) {
      Figure chance = figures.figure(group + "|deals|chance, bin " + bin);
      Figure won = figures.figure(group + "|deals|won, bin " + bin);
      if (won.count() > 0) {
        table.row(
            String.format(
                Locale.ROOT,
                "%.1f to %.1f",
                (double) bin / Measured.BINS,
                (bin + 1.0) / Measured.BINS),
            three(chance.value()),
            three(won.value()),
            three(won.error()),
            Long.toString(won.count()));
      }
    }
    return table.build().toString();
  }

  private String kinds(Group group) {
    TextTable.Builder table =
        TextTable.builder("what", ">rest of quarter", ">error", ">next quarter", ">error");
    List<String> names = new ArrayList<>(List.of("mean chance less share won"));
    Measured.PEERS_OF_DEALS.forEach(peer -> names.add("skill over " + peer));
    for (Measure measure : Measure.values()) {
      names.add(measure + " covers 80");
      names.add(measure + " bias");
      Measured.PEERS_OF_DEALS.forEach(peer -> names.add(measure + " crps below " + peer));
    }
    for (String name : names) {
      Figure rest = figures.figure(group + "|" + Subject.Kind.REST + "|" + name);
      Figure next = figures.figure(group + "|" + Subject.Kind.NEXT + "|" + name);
      table.row(
          names.indexOf(name) > Measured.PEERS_OF_DEALS.size() ? "person, " + name : name,
          three(rest.value()),
          three(rest.error()),
          three(next.value()),
          three(next.error()));
    }
    return table.build().toString();
  }

  private String looks(Group group) {
    TextTable.Builder table =
        TextTable.builder(
            "as of",
            "days",
            ">mean chance",
            ">share won",
            ">skill over constant",
            ">deals",
            ">person covers 80 %",
            ">bias of wins",
            ">of these with nothing new");
    String start = group + "|as of ";
    String end = "|chance";
    for (String name : figures.figures().keySet()) {
      if (name.startsWith(start) && name.endsWith(end)) {
        String look = name.substring(0, name.length() - end.length());
        String[] words = look.substring(start.length()).split(", ", -1);
        table.row(
            words[0],
            words[1].equals(Subject.Kind.REST.name()) ? "rest of quarter" : "next quarter",
            three(figures.figure(name).value()),
            three(figures.figure(look + "|won").value()),
            three(figures.figure(look + "|skill over constant").value()),
            Long.toString(figures.figure(name).count()),
            percent(figures.figure(look + "|covers 80").value()),
            percent(figures.figure(look + "|bias").value()),
            percent(figures.figure(look + "|bias of nothing new").value()));
      }
    }
    return table.build().toString();
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String three(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
