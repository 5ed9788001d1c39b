package dev.guidepost.examples.tour;

import dev.guidepost.core.id.UnitId;
import dev.guidepost.examples.company.CompanySpec;
import dev.guidepost.examples.company.GeneratedCompany;
import dev.guidepost.examples.crm.CrmExport;
import dev.guidepost.examples.crm.ImportException;
import dev.guidepost.examples.report.ReviewPage;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.targets.review.WeeklyReview;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Walks through all that Guidepost does with a company's records: a generated company, or an export
 * of a CRM with a mapping.
 *
 * <p>Settings, as system properties: {@code tour.data} (a directory), {@code tour.mapping} (a
 * file), {@code tour.asOf} (a day), {@code tour.unit} (id or name), {@code tour.out} (a directory),
 * {@code tour.seed} (of the generated company).
 */
public final class Tour {

  private static final long DEFAULT_SEED = 42;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private Tour() {}

  /**
   * Runs the tour with the settings in the system properties; ends the process with status 1 after
   * one clear message if a setting or the export is wrong.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    if (!run(System.getProperties(), System.out, System.err)) {
      System.exit(1);
    }
  }

  /** Runs the tour; false after one message to {@code errors}. */
  static boolean run(Properties settings, PrintStream out, PrintStream errors) {
    try {
      tour(settings, new PrintStream(out, true, StandardCharsets.UTF_8));
      return true;
    } catch (ImportException | InvalidPathException e) {
      errors.println("Tour stopped: " + e.getMessage());
    } catch (ArithmeticException e) {
      errors.println("Tour stopped: amounts too large to add up: " + e.getMessage());
    } catch (IOException e) {
      errors.println("Tour stopped: cannot write or read " + e.getMessage());
    }
    return false;
  }

  private static void tour(Properties settings, PrintStream out) throws IOException {
    long start = System.nanoTime();
    SalesRecords records = records(settings, out);
    step(
        out,
        start,
        "read "
            + records.deals().size()
            + " deals, "
            + records.activities().size()
            + " activities; "
            + records.rejects().size()
            + " records rejected, "
            + records.notes().size()
            + " notes");
    Analysis analysis = Analysis.of(records);
    step(
        out,
        start,
        "rolled up " + analysis.ledger() + "; " + analysis.board().signals().size() + " signals");
    UnitId unit =
        setting(settings, "tour.unit").map(analysis::unit).orElseGet(analysis::defaultUnit);
    Path directory = Path.of(setting(settings, "tour.out").orElse("target/tour"));
    WeeklyReview review = write(analysis, unit, directory);
    step(out, start, "planned for " + analysis.evidence().people().size() + " people");
    out.println();
    out.print(review.print());
    out.println("Wrote " + directory + ": review.html, review.txt and 9 CSV files");
  }

  /**
   * Reads or generates the records that settings ask for.
   *
   * @param settings {@code tour.data} and {@code tour.mapping} for an export, else a company is
   *     generated from {@code tour.seed}; {@code tour.asOf} for either
   * @param out where to say which it is
   * @return the records
   * @throws ImportException if a setting or the export is wrong
   */
  public static SalesRecords records(Properties settings, PrintStream out) {
    Optional<String> data = setting(settings, "tour.data");
    Optional<String> mapping = setting(settings, "tour.mapping");
    if (data.isPresent() != mapping.isPresent()) {
      throw new ImportException(
          "tour.data and tour.mapping must be given together, but only "
              + (data.isPresent() ? "tour.data" : "tour.mapping")
              + " was");
    }
    Optional<LocalDate> asOf = setting(settings, "tour.asOf").map(Tour::date);
    if (data.isPresent() && mapping.isPresent()) {
      out.println("Reading " + data.get());
      return CrmExport.read(Path.of(data.get()), Path.of(mapping.get()), asOf);
    }
    long seed = setting(settings, "tour.seed").map(Tour::seed).orElse(DEFAULT_SEED);
    out.println("Generating a company from seed " + seed);
    CompanySpec spec = CompanySpec.of(seed);
    return GeneratedCompany.generate(asOf.map(spec::withAsOf).orElse(spec)).records();
  }

  /** Writes all files of the tour into a directory, which is made if need be. */
  static WeeklyReview write(Analysis analysis, UnitId unit, Path directory) throws IOException {
    Files.createDirectories(directory);
    new TourFiles(analysis, directory).write();
    WeeklyReview review = analysis.review(unit);
    Files.writeString(directory.resolve("review.txt"), review.print());
    Files.writeString(
        directory.resolve("review.html"),
        ReviewPage.html(analysis.reviewInFull(unit), analysis.source()));
    return review;
  }

  private static Optional<String> setting(Properties settings, String key) {
    return Optional.ofNullable(settings.getProperty(key)).filter(value -> !value.isBlank());
  }

  private static LocalDate date(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below, as for a day out of reach.
    }
    throw new ImportException(
        "tour.asOf must be a day such as 2026-10-30, from "
            + FIRST_YEAR
            + " to "
            + LAST_YEAR
            + ", but was "
            + text);
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ImportException("tour.seed must be a whole number, but was " + text);
    }
  }

  private static void step(PrintStream out, long start, String what) {
    out.printf(Locale.ROOT, "%5.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
  }
}
