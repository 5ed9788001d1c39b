package dev.guidepost.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is measured on demand, beside its goals and its peers. */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Measures, prints tables and writes the figures.
   *
   * @param args the file to write, as comma-separated values
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>(List.of("what,figure,unit,goal"));
    lines.addAll(RollupBench.run());
    IngestBench ingest = new IngestBench();
    ingest.add(IngestBench.DUCK_CODES, 0, IngestBench.DUCK_CODES, () -> new IntoDuck(true));
    ingest.add(IngestBench.DUCK_ROWS, 0, IngestBench.DUCK_ROWS, () -> new IntoDuck(false));
    lines.addAll(ingest.run());
    lines.addAll(EngineBench.run(1_000_000, 10_000_000));
    Files.writeString(Path.of(args[0]), String.join("\n", lines) + "\n");
  }
}
