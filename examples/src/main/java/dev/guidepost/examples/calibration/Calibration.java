package dev.guidepost.examples.calibration;

import dev.guidepost.examples.company.CompanySpec;
import java.util.List;
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
   * @param args how many seeds (200), how many futures each (2,000), and which companies ({@code
   *     obeying}, {@code breaking}; both)
   */
  public static void main(String[] args) {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int futures = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    for (CompanySpec.Mode mode : List.of(CompanySpec.Mode.OBEYING, CompanySpec.Mode.BREAKING)) {
      if (args.length < 3 || args[2].equalsIgnoreCase(mode.name())) {
        boolean obeys = mode == CompanySpec.Mode.OBEYING;
        System.out.printf(
            Locale.ROOT,
            "%nCompanies that %s the assumptions, %d seeds, %,d futures each%s%n%s",
            obeys ? "obey" : "break",
            seeds,
            futures,
            obeys ? "" : " (for information; the goals are for those that obey)",
            run(mode, 1, seeds, futures).print());
      }
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
