package dev.guidepost.examples.crm;

import java.io.IOException;
import java.util.Optional;

/**
 * Cuts a file into records, so that a broken or overlong one costs itself only and no more memory
 * than the longest record allowed.
 *
 * <p>A quote that is never closed would swallow all that follows: then the first line alone is the
 * broken record, and cutting goes on with the line after it. Blank lines are no records.
 */
final class RecordCutter {

  /** The most characters a record may have. */
  static final int LONGEST = 100_000;

  private static final int NONE = -2;

  /**
   * One record.
   *
   * @param line the line on which it starts, from 1
   * @param text its text without the line break that ends it; the start of it if it is broken
   * @param problem what is wrong with it as a whole, if anything is
   */
  record Cut(long line, String text, Optional<String> problem) {}

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_ENDED,
    BROKEN
  }

  private final StrictDecoder in;
  private final char delimiter;
  private final char quote;
  private final StringBuilder text = new StringBuilder();
  private String pending = "";
  private int at;
  private int peeked = NONE;
  private long line = 1;

  /**
   * Creates a cutter.
   *
   * @param in the characters
   * @param delimiter what stands between fields
   * @param quote what stands around a field
   */
  RecordCutter(StrictDecoder in, char delimiter, char quote) {
    this.in = in;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** Returns the line that is read next, from 1. */
  long line() {
    return line;
  }

  /**
   * Returns the next record.
   *
   * @return the record, or empty at the end
   * @throws IOException as {@link StrictDecoder#read()}
   */
  Optional<Cut> next() throws IOException {
    Optional<Cut> cut = cut();
    while (cut.isPresent() && cut.get().problem().isEmpty() && cut.get().text().isBlank()) {
      cut = cut();
    }
    return cut;
  }

  private Optional<Cut> cut() throws IOException {
    long first = line;
    int firstBreak = 0;
    State state = State.FIELD_START;
    text.setLength(0);
    for (int c = read(); c >= 0; c = read()) {
      if (c == '\n' || c == '\r') {
        boolean pair = c == '\r' && peek() == '\n';
        if (pair) {
          read();
        }
        line++;
        if (state != State.QUOTED) {
          return Optional.of(new Cut(first, text.toString(), Optional.empty()));
        }
        text.append(pair ? "\r\n" : String.valueOf((char) c));
        firstBreak = firstBreak == 0 ? text.length() : firstBreak;
      } else {
        text.append((char) c);
        state = step(state, (char) c);
      }
      if (state == State.BROKEN) {
        return Optional.of(broken(first, firstBreak, "a quote must end its field"));
      }
      if (text.length() > LONGEST) {
        String reason = "a record must have at most " + LONGEST + " characters";
        return Optional.of(broken(first, state == State.QUOTED ? firstBreak : 0, reason));
      }
    }
    if (state == State.QUOTED) {
      return Optional.of(broken(first, firstBreak, "a quote must be closed"));
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cut(first, text.toString(), Optional.empty()));
  }

  private State step(State state, char c) {
    return switch (state) {
      case FIELD_START, PLAIN ->
          c == delimiter
              ? State.FIELD_START
              : c == quote && state == State.FIELD_START ? State.QUOTED : State.PLAIN;
      case QUOTED -> c == quote ? State.QUOTE_ENDED : State.QUOTED;
      case QUOTE_ENDED ->
          c == delimiter ? State.FIELD_START : c == quote ? State.QUOTED : State.BROKEN;
      case BROKEN -> State.BROKEN;
    };
  }

  /**
   * Ends a broken record with its first line, whether that is all read already or still to come.
   */
  private Cut broken(long first, int firstBreak, String reason) throws IOException {
    if (firstBreak > 0) {
      String rest = text.substring(firstBreak) + (peeked >= 0 ? (char) peeked : "");
      peeked = NONE;
      pending = rest + pending.substring(at);
      at = 0;
      line = first + 1;
      text.setLength(firstBreak);
    } else {
      skipLine();
    }
    return new Cut(first, text.toString(), Optional.of(reason));
  }

  private void skipLine() throws IOException {
    for (int c = read(); c >= 0; c = read()) {
      if (c == '\n' || c == '\r') {
        if (c == '\r' && peek() == '\n') {
          read();
        }
        line++;
        return;
      }
    }
  }

  private int peek() throws IOException {
    if (peeked == NONE) {
      peeked = read();
    }
    return peeked;
  }

  private int read() throws IOException {
    if (peeked != NONE) {
      int c = peeked;
      peeked = NONE;
      return c;
    }
    return at < pending.length() ? pending.charAt(at++) : in.read();
  }
}
