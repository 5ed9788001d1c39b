package dev.guidepost.core.closing;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The periods that were closed. Immutable.
 *
 * <pre>{@code
 * Closings closings = Closings.NONE.with(new Closing(q3, LocalDate.of(2026, 10, 5), dana));
 * closings.knownFor(LocalDate.of(2026, 9, 30), today); // 2026-10-05: rules of that day, as closed
 * }</pre>
 */
public final class Closings {

  /** Nothing was closed. */
  public static final Closings NONE = new Closings(List.of());

  private final ImmutableList<Closing> all;

  private Closings(List<Closing> all) {
    this.all = ImmutableList.copyOf(all);
  }

  /**
   * Returns these closings and one more.
   *
   * @param closing the closing
   * @return all of them
   * @throws IllegalArgumentException if days of its period were closed already by a period that
   *     does not lie inside it or has the same days, under whatever grain
   */
  public Closings with(Closing closing) {
    for (Closing before : all) {
      Period there = before.period();
      boolean apart =
          !there.start().isBefore(closing.period().end())
              || !closing.period().start().isBefore(there.end());
      if (!apart && (!inside(there, closing.period()) || inside(closing.period(), there))) {
        throw new IllegalArgumentException(
            "days must be closed once, but " + closing.period() + " was: " + before);
      }
    }
    List<Closing> more = new ArrayList<>(all);
    more.add(closing);
    return new Closings(more);
  }

  private static boolean inside(Period part, Period whole) {
    return !part.start().isBefore(whole.start()) && !part.end().isAfter(whole.end());
  }

  /**
   * Returns all closings.
   *
   * @return the closings, in the order given; unmodifiable
   */
  public List<Closing> all() {
    return all;
  }

  /**
   * Returns the closing that first froze a period.
   *
   * @param period the period
   * @return the earliest closing whose period holds all of it, if there is one
   */
  public Optional<Closing> of(Period period) {
    return first(closing -> inside(period, closing.period()));
  }

  private Optional<Closing> first(Predicate<Closing> frozen) {
    return all.stream().filter(frozen).min((one, other) -> one.on().compareTo(other.on()));
  }

  /**
   * Returns the closing that first froze a day.
   *
   * @param day the day
   * @return the earliest closing whose period holds it, if there is one
   */
  public Optional<Closing> of(LocalDate day) {
    return first(closing -> closing.period().contains(day));
  }

  /**
   * Returns as of which day rules, such as those of credit, are to be read for what happened on a
   * day: what was known at closing stands.
   *
   * @param day the day on which it happened
   * @param known as of which day they are wanted
   * @return the day of the closing if that was earlier, else {@code known}
   */
  public LocalDate knownFor(LocalDate day, LocalDate known) {
    return of(day).map(Closing::on).filter(on -> on.isBefore(known)).orElse(known);
  }

  /**
   * Refuses a change to a period after it was closed.
   *
   * @param what what is changed, for the message
   * @param period the period
   * @param known the day on which the change is made
   * @throws IllegalArgumentException if the period was closed before that day
   */
  public void requireOpen(String what, Period period, LocalDate known) {
    Optional<Closing> closing = of(period);
    if (closing.isPresent() && known.isAfter(closing.get().on())) {
      throw new IllegalArgumentException(
          what + " must stay as it was, as " + closing.get() + ", but was to change on " + known);
    }
  }

  /**
   * Returns the closings that a host kept.
   *
   * @param state as {@link #state()} gives it
   * @return the closings
   * @throws IllegalArgumentException if a part of it is none, or as {@link #with(Closing)} does
   */
  public static Closings of(State state) {
    Words.requireWhole(state);
    Closings closings = NONE;
    for (ClosingState kept : state.closings()) {
      closings =
          closings.with(
              new Closing(
                  Period.parse(kept.period()),
                  Words.day("day of closing " + kept.period(), kept.on()),
                  PersonId.of(kept.by())));
    }
    return closings;
  }

  /**
   * Returns what a host keeps.
   *
   * @return the state, which {@link #of(State)} reads back to equal closings
   */
  public State state() {
    return new State(
        all.stream()
            .map(
                closing ->
                    new ClosingState(
                        closing.period().toString(), closing.on().toString(), closing.by().value()))
            .toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Closings that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  /** Returns the closings, such as {@code "[2026-Q3 closed on 2026-10-05 by dana]"}. */
  @Override
  public String toString() {
    return all.toString();
  }

  /**
   * What a host keeps of closings.
   *
   * @param closings the closings, in order
   */
  public record State(List<ClosingState> closings) {

    /**
     * Creates a state.
     *
     * @param closings the closings
     */
    public State {
      closings = Words.kept("closings", closings);
    }
  }

  /**
   * What a host keeps of a closing.
   *
   * @param period the period, as {@link Period#toString()} writes it
   * @param on the day on which it was closed, such as {@code "2026-11-02"}
   * @param by who closed it
   */
  public record ClosingState(String period, String on, String by) {}
}
