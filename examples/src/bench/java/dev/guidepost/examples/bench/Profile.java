package dev.guidepost.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of some work goes, by samples of the Java Flight Recorder. */
final class Profile {

  private static final Duration LENGTH = Duration.ofSeconds(4);
  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final int SHOWN = 8;

  private Profile() {}

  /** Does the work again and again, and returns the methods that were met most, one a line. */
  static List<String> of(DoubleSupplier work) {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(BETWEEN);
      recording.start();
      long end = System.nanoTime() + LENGTH.toNanos();
      while (System.nanoTime() < end) {
        if (Double.isNaN(work.getAsDouble())) {
          throw new IllegalStateException("work must come to a number, but did not");
        }
      }
      recording.stop();
      Path file = Files.createTempFile("bench", ".jfr");
      try {
        recording.dump(file);
        return hottest(RecordingFile.readAllEvents(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> hottest(List<RecordedEvent> events) {
    Map<String, Integer> met = new HashMap<>();
    int samples = 0;
    for (RecordedEvent event : events) {
      if (event.getStackTrace() != null && !event.getStackTrace().getFrames().isEmpty()) {
        samples++;
        met.merge(name(event.getStackTrace().getFrames().get(0)), 1, Integer::sum);
      }
    }
    double all = samples;
    return met.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .map(
            entry ->
                String.format(
                    Locale.ROOT, "  %5.1f %%  %s", 100 * entry.getValue() / all, entry.getKey()))
        .toList();
  }

  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + frame.getMethod().getName()
        + " line "
        + frame.getLineNumber();
  }
}
