package dev.guidepost.examples.calibration;

import dev.guidepost.examples.company.CompanySpec;
import java.util.Locale;

/**
 * Runs the calibration over many seeds and prints one table.
 *
 * <p>Histories of 20, 9 and 7 months take turns, so that people with few deals of their own are
 * there too.
 */
public final class Calibration {

  private static final int[] MONTHS = {20, 9, 7};

  private Calibration() {}

  /**
   * Runs the calibration, once with companies that obey the assumptions and once with such that do
   * not.
   *
   * @param args how many seeds (200) and how many futures each (2,000)
   */
  public static void main(String[] args) {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int futures = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    for (CompanySpec.Mode mode : CompanySpec.Mode.values()) {
      Tally tally = run(mode, 1, seeds, futures);
      System.out.printf(
          Locale.ROOT,
          "%n%s the assumptions, %d seeds, %d futures each%s%n%s",
          mode == CompanySpec.Mode.OBEYING ? "Companies that obey" : "Companies that break",
          seeds,
          futures,
          mode == CompanySpec.Mode.OBEYING ? "" : " (for information, no goals)",
          tally.print());
    }
  }

  /** Runs the calibration over some seeds. */
  static Tally run(CompanySpec.Mode mode, long firstSeed, int seeds, int futures) {
    Tally tally = new Tally();
    for (int i = 0; i < seeds; i++) {
      CompanySpec spec =
          CompanySpec.of(firstSeed + i).withMode(mode).withMonths(MONTHS[i % MONTHS.length]);
      new Trial(spec, futures).count(tally);
    }
    return tally;
  }
}
