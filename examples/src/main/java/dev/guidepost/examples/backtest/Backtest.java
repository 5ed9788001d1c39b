package dev.guidepost.examples.backtest;

import dev.guidepost.examples.company.CompanySpec;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Runs the backtest. */
public final class Backtest {
  private Backtest() {}

  public static void main(String[] args) {
    PrintStream out = System.out;
    List<PartyRow> parties = new ArrayList<>();
    List<DealRow> deals = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    long t = System.nanoTime();
    for (int i = 1; i <= Integer.parseInt(args[0]); i++) {
      subjects.add(Subject.generated(CompanySpec.Mode.OBEYING, i));
    }
    if (args.length > 1) {
      subjects.add(Subject.crm(Path.of(args[1]), Path.of(args[2])));
    }
    out.printf("made %.1f s%n", (System.nanoTime() - t) / 1e9);
    for (Subject s : subjects) {
      for (LocalDate d : new TreeSet<>(s.looks().stream().map(Subject.Look::asOf).toList())) {
        long a = System.nanoTime();
        Sighting sighting = new Sighting(s, d, true, 1);
        long b = System.nanoTime();
        for (Subject.Look look : s.looks()) {
          if (look.asOf().equals(d)) {
            sighting.score(look, parties, deals);
          }
        }
        out.printf(
            Locale.ROOT,
            "%s %s fit %.1f s, score %.1f s; %d %d%n",
            s.title(),
            d,
            (b - a) / 1e9,
            (System.nanoTime() - b) / 1e9,
            parties.size(),
            deals.size());
      }
    }
  }
}
