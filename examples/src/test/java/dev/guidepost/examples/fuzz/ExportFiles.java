package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;

import dev.guidepost.examples.crm.CrmExport;
import dev.guidepost.examples.crm.Exports;
import dev.guidepost.examples.crm.ImportException;
import dev.guidepost.examples.source.SalesRecords;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An export of a CRM with its mapping as one text: a line {@code == name} starts each file. */
final class ExportFiles {
  private static final String MARK = "== ";

  private ExportFiles() {}

  static String valid(Map<String, String> files) {
    StringBuilder text = new StringBuilder();
    files.forEach((name, content) -> text.append(MARK + name + "\n" + content));
    return text.toString();
  }

  /** Text that holds this letter is written so that bytes of other encodings occur. */
  private static Charset charset(String content) {
    return content.indexOf('\u00ff') < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  static boolean takes(Map<String, String> files, String text) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    try {
      for (String file : text.split("(?m)^" + MARK, -1)) {
        int end = file.indexOf('\n');
        String name = end < 0 ? "" : file.substring(0, end);
        if (files.containsKey(name)) {
          String content = file.substring(end + 1);
          Files.write(folder.resolve(name), content.getBytes(charset(content)));
        }
      }
      return reads(folder);
    } finally {
      delete(folder);
    }
  }

  private static boolean reads(Path folder) {
    SalesRecords records;
    try {
      records = CrmExport.read(folder, folder.resolve(Exports.MAPPING_NAME), Optional.empty());
    } catch (ImportException refused) {
      require(!refused.getMessage().isBlank(), "must say why", refused);
      return false;
    }
    require(
        records.offered() == records.accepted() + records.rejects().size(),
        "records must be accounted for",
        records);
    long taken =
        (long) records.deals().size()
            + records.activities().size()
            + records.targets().size()
            + records.commitments().size();
    require(taken <= records.accepted(), "must take what it accepted", records);
    require(!records.observedFrom().isAfter(records.asOf()), "must observe by then", records);
    records.deals().forEach(deal -> records.organisation().path(deal.owner(), records.asOf()));
    return true;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
