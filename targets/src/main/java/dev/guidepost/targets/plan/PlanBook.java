package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The plans that were agreed, with the day on which both agreed. None is rewritten: a later plan is
 * an entry more. Immutable.
 *
 * <pre>{@code
 * PlanBook book = PlanBook.EMPTY.with(new PlanBook.Entry(plan.version(), dana, monday));
 * book.agreed(ana, plan.period(), friday);                        // that one
 * book.agreed(ana, next.period(), friday).map(next.version()::diff);  // what changed since
 * }</pre>
 */
public final class PlanBook {

  /** No plans. */
  public static final PlanBook EMPTY = new PlanBook(List.of());

  private final ImmutableList<Entry> entries;

  private PlanBook(List<Entry> entries) {
    this.entries = ImmutableList.copyOf(entries);
  }

  /**
   * An agreed plan.
   *
   * @param plan the plan
   * @param agreedWith with whom the person agreed on it
   * @param agreedOn the day from whose end on it is agreed
   */
  public record Entry(PlanVersion plan, PersonId agreedWith, LocalDate agreedOn) {

    /**
     * Creates an entry.
     *
     * @param plan the plan
     * @param agreedWith with whom the person agreed on it
     * @param agreedOn the day
     * @throws IllegalArgumentException if one agrees with oneself
     */
    public Entry {
      Objects.requireNonNull(agreedOn, "day");
      if (agreedWith.equals(plan.person())) {
        throw new IllegalArgumentException(
            "plan must be agreed with somebody else, but was with " + agreedWith);
      }
    }
  }

  /**
   * Returns this book with one plan more.
   *
   * @param entry the plan
   * @return the larger book
   * @throws IllegalArgumentException if a plan of the person was agreed on the same day or later,
   *     or for a later review
   */
  public PlanBook with(Entry entry) {
    for (Entry other : entries) {
      if (other.plan().person().equals(entry.plan().person())
          && (!other.agreedOn().isBefore(entry.agreedOn())
              || other.plan().review().isAfter(entry.plan().review()))) {
        throw new IllegalArgumentException(
            "plans of "
                + entry.plan().person()
                + " must be agreed in order, but one of "
                + entry.agreedOn()
                + " for "
                + entry.plan().review()
                + " came after one of "
                + other.agreedOn()
                + " for "
                + other.plan().review());
      }
    }
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new PlanBook(more);
  }

  /**
   * Returns the plans of a person.
   *
   * @param person the person
   * @return all that were agreed, in order; unmodifiable
   */
  public List<Entry> history(PersonId person) {
    return entries.stream()
        .filter(entry -> entry.plan().person().equals(person))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the plan of a person for a period that was agreed last. A new period starts anew: in
   * its first week there is none yet to hold a plan against.
   *
   * @param person the person
   * @param period the period of the plan's goal
   * @param day the day by whose end it was agreed
   * @return the plan; empty if there was none for the period by then
   */
  public Optional<PlanVersion> agreed(PersonId person, Period period, LocalDate day) {
    return history(person).stream()
        .filter(entry -> entry.plan().period().equals(period))
        .filter(entry -> !entry.agreedOn().isAfter(day))
        .reduce((earlier, later) -> later)
        .map(Entry::plan);
  }

  /**
   * Returns the book as it was known at the end of a day.
   *
   * @param day the day, included
   * @return the plans agreed by then
   */
  public PlanBook asOf(LocalDate day) {
    return new PlanBook(entries.stream().filter(entry -> !entry.agreedOn().isAfter(day)).toList());
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state that {@link #of(PlanBookState)} reads back
   */
  public PlanBookState state() {
    return new PlanBookState(entries.stream().map(PlanBookState.EntryState::of).toList());
  }

  /**
   * Returns a book from what a host kept.
   *
   * @param state the state
   * @return the book
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static PlanBook of(PlanBookState state) {
    Words.requireWhole(state);
    PlanBook book = EMPTY;
    for (PlanBookState.EntryState entry : state.plans()) {
      book = book.with(entry.read());
    }
    return book;
  }

  /** Compares all plans, in order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PlanBook book && entries.equals(book.entries);
  }

  /** Returns a code of all plans. */
  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** Returns how many plans of how many people on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d agreed plans of %,d people",
        entries.size(),
        entries.stream().map(entry -> entry.plan().person()).distinct().count());
  }
}
