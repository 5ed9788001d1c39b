package dev.guidepost.examples.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All that is measured on demand: one run, one table of figures beside their goals and peers. */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Measures, prints the table and writes it.
   *
   * @param args the file to write, as comma-separated values
   */
  public static void main(String[] args) {
    Options options = Options.of(System.getProperties());
    long start = System.nanoTime();
    List<Figure> figures = run(options);
    System.out.printf("%n%s", Figure.heading());
    figures.forEach(System.out::print);
    System.out.printf(
        Locale.ROOT,
        "%nwhole run: %.0f s; load of the machine at its end: %.1f on %d processors%n",
        (System.nanoTime() - start) / 1e9,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    try {
      write(figures, Path.of(args[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs all cases. */
  static List<Figure> run(Options options) {
    ExecutorService helper = Executors.newFixedThreadPool(1);
    List<Figure> figures = new ArrayList<>();
    try {
      for (int size : options.sizes()) {
        EngineData data = new EngineData(size, false);
        RollupCases cases = new RollupCases(data, helper, options);
        figures.addAll(cases.full());
        figures.addAll(cases.cold());
        figures.addAll(cases.kinds());
        figures.addAll(new ChangeCases(data, helper, options).run());
      }
      figures.addAll(RollupCases.different(options.enough(), helper, options));
      figures.addAll(new IngestCases(options).run());
      figures.addAll(
          new MemoryCases(new EngineData(options.enough(), false), helper, options).run());
      figures.addAll(new PlanCases(helper, options).run());
    } finally {
      helper.shutdown();
    }
    return figures;
  }

  static void write(List<Figure> figures, Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Figure.COLUMNS));
    figures.forEach(figure -> lines.add(figure.values()));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
