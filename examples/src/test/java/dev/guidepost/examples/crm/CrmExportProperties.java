package dev.guidepost.examples.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.guidepost.core.record.Deal;
import dev.guidepost.examples.source.SalesRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Valid files, mutated: either a message or an account of every record. */
class CrmExportProperties {
  private static final String[] PIECES = {
    "\"",
    "\"\"",
    ",",
    ";",
    "\n",
    "\r",
    "\r\n",
    "\u0000",
    "-",
    "9",
    "99999999999",
    "=",
    ".",
    "'",
    "d1",
    "p1",
    "2026-01-01",
    "9999-12-31",
    "\uFEFF",
    "\u00fc",
    " ",
    "\\",
    "won",
    "#"
  };

  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("export");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 1000)
  void accountsForEveryRecordOrGivesOneMessage(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 6) int mutations) throws IOException {
    List<String> names = new ArrayList<>(Exports.SMALL.keySet());
    byte[][] files = new byte[names.size()][];
    for (int i = 0; i < files.length; i++) {
      files[i] = Exports.SMALL.get(names.get(i)).getBytes(StandardCharsets.UTF_8);
    }
    for (int i = 0; i < mutations; i++) {
      int file = random.nextInt(files.length);
      files[file] = mutated(files[file], random);
    }
    for (int i = 0; i < files.length; i++) {
      Files.write(folder.resolve(names.get(i)), files[i]);
    }
    check(mutations);
  }

  private static void check(int mutations) {
    SalesRecords records;
    try {
      records = Exports.read(folder);
    } catch (ImportException e) {
      assertFalse(mutations == 0 || e.getMessage().isBlank(), e.getMessage());
      return;
    }
    assertEquals(records.offered(), records.accepted() + records.rejects().size());
    int taken =
        records.deals().size()
            + records.activities().size()
            + records.targets().size()
            + records.commitments().size();
    assertFalse(taken > records.accepted());
    assertFalse(records.observedFrom().isAfter(records.asOf()));
    assertEquals(records.deals().size(), records.deals().stream().map(Deal::id).distinct().count());
    for (Deal deal : records.deals()) {
      records.organisation().path(deal.owner(), records.asOf());
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> joined(bytes, from, from, piece(random));
      case 1 -> joined(bytes, from, to, piece(random));
      case 2 -> joined(bytes, from, to, new byte[0]);
      case 3 -> joined(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
      case 4 -> joined(bytes, from, from + 1, new byte[] {(byte) random.nextInt(256)});
      default -> Arrays.copyOf(bytes, from);
    };
  }

  private static byte[] piece(Random random) {
    return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the bytes with a range of them replaced. */
  private static byte[] joined(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
