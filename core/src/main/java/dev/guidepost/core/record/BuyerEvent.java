package dev.guidepost.core.record;

import dev.guidepost.core.practice.SalesProcess;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that the buyer did and can confirm, such as naming the people who decide: what the
 * {@linkplain SalesProcess process} asks for before a deal leaves a stage.
 *
 * @param event what it is called, as the process has it
 * @param on the day
 * @param known the day from whose end on it is on record, not before it happened
 */
public record BuyerEvent(String event, LocalDate on, LocalDate known) {

  /** By day, then by the day it was known, then by name. */
  static final Comparator<BuyerEvent> ORDER =
      Comparator.comparing(BuyerEvent::on)
          .thenComparing(BuyerEvent::known)
          .thenComparing(BuyerEvent::event);

  /**
   * Creates an event.
   *
   * @param event what it is called
   * @param on the day
   * @param known the day from whose end on it is on record
   * @throws IllegalArgumentException if the name is blank, or it is known before it happened
   */
  public BuyerEvent {
    Objects.requireNonNull(on, "on");
    if (event.isBlank()) {
      throw new IllegalArgumentException("event must not be blank");
    }
    if (known.isBefore(on)) {
      throw new IllegalArgumentException(
          "event " + event + " must not be known before " + on + ", but was on " + known);
    }
  }

  /**
   * Creates an event known on its day.
   *
   * @param event what it is called
   * @param on the day
   * @throws IllegalArgumentException if the name is blank
   */
  public BuyerEvent(String event, LocalDate on) {
    this(event, on, on);
  }
}
