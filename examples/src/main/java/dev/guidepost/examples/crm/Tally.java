package dev.guidepost.examples.crm;

import dev.guidepost.examples.source.SalesRecords.Reject;
import java.util.ArrayList;
import java.util.List;

/** Counts records offered and keeps those rejected. */
final class Tally {

  private static final int SHOWN = 80;

  private final List<Reject> rejects = new ArrayList<>();
  private long offered;

  void offer() {
    offered++;
  }

  void reject(String file, long line, Refusal refusal) {
    rejects.add(
        new Reject(
            file, line, refusal.column(), shortened(refusal.value(), SHOWN), refusal.reason()));
  }

  long offered() {
    return offered;
  }

  List<Reject> rejects() {
    return rejects;
  }

  /** Returns a text on one line and not too long, as messages show it. */
  static String shortened(String text, int length) {
    String shown = text.length() > length ? text.substring(0, length) + "..." : text;
    return shown.replaceAll("\\p{Cntrl}", " ");
  }
}
