package dev.guidepost.examples.backtest;

import dev.guidepost.examples.company.CompanySpec.Mode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Holds forecasts made as of past days, knowing only what was known then, against what happened.
 *
 * <p>Settings, as system properties: {@code backtest.companies} (how many generated companies of
 * either kind), {@code backtest.seed} (of the first), {@code backtest.data} and {@code
 * backtest.mapping} (an export of a CRM; left out where the folder is absent), {@code
 * backtest.threads}, {@code backtest.out} (a folder for the report), {@code backtest.root} (where
 * the README is whose table is rewritten, and the file of figures beside it; neither unless given).
 */
public final class Backtest {

  /** Where the figures are kept that the README shows, under the root. */
  static final String FIGURES = "examples/src/main/backtest/figures.csv";

  private static final String MARK = "<!-- backtest -->\n";
  private static final String END = "<!-- /backtest -->";
  private static final String FENCE = "```";

  private final PrintStream out;
  private final long seed;

  private Backtest(PrintStream out, long seed) {
    this.out = out;
    this.seed = seed;
  }

  /** All rows of one company. */
  private record Scored(
      Subject subject, List<PartyRow> parties, List<DealRow> deals, List<String> checks) {}

  /**
   * Runs the backtest.
   *
   * @param args not used
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if it is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    long seed = Long.getLong("backtest.seed", 1);
    int companies = Integer.getInteger("backtest.companies", 20);
    Path data = Path.of(System.getProperty("backtest.data", "none"));
    Path mapping = Path.of(System.getProperty("backtest.mapping", "none"));
    Backtest backtest = new Backtest(System.out, seed);
    Figures figures =
        backtest.run(companies, data, mapping, Integer.getInteger("backtest.threads", 2));
    Report report = new Report(figures);
    String text = report.print();
    System.out.print("\n" + text);
    Path folder = Path.of(System.getProperty("backtest.out", "target/backtest"));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.txt"), text);
    String root = System.getProperty("backtest.root", "");
    if (!root.isEmpty()) {
      Path readme = Path.of(root).resolve("README.md");
      Files.writeString(Path.of(root).resolve(FIGURES), figures.write());
      Files.writeString(readme, rewritten(Files.readString(readme), figures));
    }
  }

  /** Returns a README with the table of some figures. */
  static String rewritten(String readme, Figures figures) {
    int start = readme.indexOf(MARK) + MARK.length();
    int end = readme.indexOf(END);
    if (start < MARK.length() || end < start) {
      throw new IllegalArgumentException("README must have " + MARK + " before " + END);
    }
    String table = FENCE + "\n" + new Report(figures).goals() + FENCE + "\n";
    return readme.substring(0, start) + table + readme.substring(end);
  }

  private Figures run(int companies, Path data, Path mapping, int threads)
      throws InterruptedException {
    long start = System.nanoTime();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<Scored>> running = new ArrayList<>();
    boolean real = Files.isDirectory(data);
    if (real) {
      running.add(executor.submit(() -> score(Subject.crm(data, mapping), start)));
    } else {
      out.println("real data absent: " + data);
    }
    for (int i = 0; i < companies; i++) {
      long number = seed + i;
      Mode breaking = i % 2 == 0 ? Mode.BREAKING : Mode.CHANGING;
      for (Mode mode : List.of(Mode.OBEYING, breaking)) {
        running.add(executor.submit(() -> score(Subject.generated(mode, number), start)));
      }
    }
    executor.shutdown();
    List<PartyRow> parties = new ArrayList<>();
    List<DealRow> deals = new ArrayList<>();
    Figures figures = Figures.empty();
    int undated = 0;
    for (Future<Scored> one : running) {
      Scored scored = result(one);
      parties.addAll(scored.parties());
      deals.addAll(scored.deals());
      undated += scored.subject().undated();
      for (String check : scored.checks()) {
        int split = check.indexOf(';');
        figures.checks().put(check.substring(0, split), check.substring(split + 1));
      }
    }
    figures.settings().put("version", version());
    figures.settings().put("seed", Long.toString(seed));
    figures
        .settings()
        .put(
            "companies",
            String.format(
                Locale.ROOT,
                "%d generated that obey, %d that do not, %s; %,d forecasts, %,d chances",
                companies,
                companies,
                real ? "the CRM sample" : "no real data",
                parties.size(),
                deals.size()));
    figures.settings().put("undated", Integer.toString(undated));
    Measured.add(new Results(parties, deals), figures.figures());
    return figures;
  }

  private static String version() {
    String built = System.getProperty("backtest.version", "");
    return built.isEmpty() ? "unknown" : built;
  }

  private static Scored result(Future<Scored> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("company must be scored, but was not", e);
    }
  }

  private Scored score(Subject subject, long start) {
    Scored scored = new Scored(subject, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    TreeSet<LocalDate> days = new TreeSet<>();
    subject.looks().forEach(look -> days.add(look.asOf()));
    for (LocalDate day : days) {
      Sighting sighting = new Sighting(subject, day, true, seed);
      for (Subject.Look look : subject.looks()) {
        if (look.asOf().equals(day)) {
          scored.checks().add(look(sighting, look, scored.parties(), scored.deals()));
        }
      }
      out.printf(
          Locale.ROOT,
          "%6.0f s  %s as of %s: %,d forecasts, %,d chances%n",
          (System.nanoTime() - start) / 1e9,
          subject.title(),
          day,
          scored.parties().size(),
          scored.deals().size());
    }
    return scored;
  }

  /** Scores one look and returns its name and sums, by which it can be told from another. */
  static String look(
      Sighting sighting, Subject.Look look, List<PartyRow> parties, List<DealRow> deals) {
    List<PartyRow> newParties = new ArrayList<>();
    List<DealRow> newDeals = new ArrayList<>();
    sighting.score(look, newParties, newDeals);
    parties.addAll(newParties);
    deals.addAll(newDeals);
    double crps = 0;
    double pit = 0;
    double chance = 0;
    for (PartyRow row : newParties) {
      Marks marks = row.marks().get(Forecaster.GUIDEPOST);
      if (marks != null) {
        crps += marks.crps();
        pit += marks.pit();
      }
    }
    for (DealRow row : newDeals) {
      chance += row.chances().getOrDefault(Forecaster.GUIDEPOST, 0.0);
    }
    return String.format(
            Locale.ROOT,
            "%s, %s, %s;%d forecasts, CRPS %.9e, PIT %.9e; %d chances, sum %.9e",
            sighting.title(),
            look.asOf(),
            look.kind(),
            newParties.size(),
            crps,
            pit,
            newDeals.size(),
            chance)
        .replace("; ", ", ");
  }
}
