package dev.guidepost.examples.crm;

import dev.guidepost.examples.source.SalesRecords.Note;
import dev.guidepost.examples.source.SalesRecords.Reject;
import java.util.ArrayList;
import java.util.List;

/** Counts records offered, keeps those rejected, and notes what of the others is not used. */
final class Tally {

  private static final int SHOWN = 80;

  private final List<Reject> rejects = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private long offered;

  void offer() {
    offered++;
  }

  void reject(String file, long line, Refusal refusal) {
    rejects.add(
        new Reject(
            file, line, refusal.column(), shortened(refusal.value(), SHOWN), refusal.reason()));
  }

  void note(String file, long line, Refusal why) {
    notes.add(new Note(file, line, why.column(), shortened(why.value(), SHOWN), why.reason()));
  }

  long offered() {
    return offered;
  }

  List<Reject> rejects() {
    return rejects;
  }

  List<Note> notes() {
    return notes;
  }

  /** Returns a text on one line and not too long, as messages show it. */
  static String shortened(String text, int length) {
    String shown = text.length() > length ? text.substring(0, length) + "..." : text;
    return shown.replaceAll("\\p{Cntrl}", " ");
  }
}
