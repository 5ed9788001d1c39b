package dev.guidepost.core.control;

import java.util.Objects;

/**
 * Whether a metric of a person or unit is as usual, in one of four words, with the reason.
 *
 * @param word the word
 * @param reason why; may be empty for "in control"
 */
public record Status(Word word, String reason) {

  /** The four words. */
  public enum Word {
    /** As usual. */
    IN_CONTROL("in control"),
    /** One weak sign. */
    WATCH("watch"),
    /** Beyond what is usual. */
    OUT("out"),
    /** Cannot be judged. */
    NOT_ENOUGH_DATA("not enough data");

    private final String text;

    Word(String text) {
      this.text = text;
    }

    /** Returns the word as people read it. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Creates a status.
   *
   * @param word the word
   * @param reason why
   * @throws IllegalArgumentException if a word other than "in control" has no reason
   */
  public Status {
    Objects.requireNonNull(word, "word");
    if (word != Word.IN_CONTROL && reason.isBlank()) {
      throw new IllegalArgumentException(
          "status \"" + word + "\" must have a reason, but had none");
    }
  }

  /** Returns word and reason, such as {@code "out: meetings"}. */
  @Override
  public String toString() {
    return reason.isEmpty() ? word.toString() : word + ": " + reason;
  }
}
