package dev.guidepost.core.agreement;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All agreements, open ones and past ones. Trails grow and are never rewritten; of one subject a
 * second may begin once the first was withdrawn. Immutable.
 *
 * <pre>{@code
 * Agreements all = Agreements.NONE.with(trail);
 * all.find(new Terms.OfTarget(key)).flatMap(Agreement::agreed);
 * all.waitingFor(ana); // what ana owes an answer to
 * }</pre>
 */
public final class Agreements {

  /** No agreements. */
  public static final Agreements NONE = new Agreements(Map.of(), Closings.NONE);

  /** By subject, in the order in which these were first talked about; not changed once set. */
  private final Map<Terms.Subject, ImmutableList<Agreement>> trails;

  private final Closings closings;

  private Agreements(Map<Terms.Subject, ImmutableList<Agreement>> trails, Closings closings) {
    this.trails = trails;
    this.closings = closings;
  }

  /**
   * Returns the same agreements, of which those about closed periods can no longer be changed.
   *
   * @param closed the closings
   * @return the agreements
   * @throws IllegalArgumentException if a step was taken after its period was closed
   */
  public Agreements with(Closings closed) {
    all().forEach(trail -> requireOpen(trail, 0, closed));
    return new Agreements(trails, closed);
  }

  /**
   * Returns these agreements with a trail that is new or longer.
   *
   * @param trail the trail
   * @return all of them
   * @throws IllegalArgumentException if it would rewrite a step of the trail that is there, another
   *     trail of the subject has not been withdrawn, it begins before that, it is about a week that
   *     shares days with another one talked about, or a step was taken after its period was closed
   */
  public Agreements with(Agreement trail) {
    return with(List.of(trail));
  }

  /**
   * Returns these agreements with trails that are new or longer, such as all that a host imports.
   *
   * @param more the trails, those of one subject in order
   * @return all of them
   * @throws IllegalArgumentException as {@link #with(Agreement)} does
   */
  public Agreements with(Collection<Agreement> more) {
    Map<Terms.Subject, ImmutableList<Agreement>> all = new LinkedHashMap<>(trails);
    more.forEach(trail -> add(all, trail, closings));
    return new Agreements(all, closings);
  }

  private static void add(
      Map<Terms.Subject, ImmutableList<Agreement>> all, Agreement trail, Closings closings) {
    Terms.Subject subject = trail.terms().subject();
    List<Agreement> before = new ArrayList<>(all.getOrDefault(subject, ImmutableList.of()));
    int kept = 0;
    if (!before.isEmpty()) {
      Agreement last = before.get(before.size() - 1);
      if (extendsIt(trail, last)) {
        kept = last.steps().size();
        before.remove(before.size() - 1);
      } else if (last.status() != Agreement.Status.WITHDRAWN
          || trail.steps().get(0).on().isBefore(last.steps().get(last.steps().size() - 1).on())) {
        throw new IllegalArgumentException(
            "trail must go on from what was said, or start after it was withdrawn, but was \""
                + trail
                + "\" after \""
                + last
                + "\"");
      }
    }
    requireApart(all, trail);
    requireOpen(trail, kept, closings);
    before.add(trail);
    all.put(subject, ImmutableList.copyOf(before));
  }

  /** Two weeks that share days would make more than {@value Commitments#MOST} activities a day. */
  private static void requireApart(
      Map<Terms.Subject, ImmutableList<Agreement>> all, Agreement trail) {
    if (!(trail.terms().subject() instanceof Terms.OfWeek week)
        || trail.status() == Agreement.Status.WITHDRAWN) {
      return;
    }
    for (Period near : Commitment.sharingDays(week.period())) {
      List<Agreement> there =
          all.getOrDefault(new Terms.OfWeek(week.person(), near), ImmutableList.of());
      if (!there.isEmpty() && there.get(there.size() - 1).status() != Agreement.Status.WITHDRAWN) {
        throw new IllegalArgumentException(
            "weeks of "
                + week.person()
                + " must not share days, but \""
                + trail
                + "\" came after \""
                + there.get(there.size() - 1)
                + "\"");
      }
    }
  }

  private static boolean extendsIt(Agreement trail, Agreement last) {
    return trail.one().equals(last.one())
        && trail.other().equals(last.other())
        && trail.steps().size() >= last.steps().size()
        && trail.steps().subList(0, last.steps().size()).equals(last.steps());
  }

  private static void requireOpen(Agreement trail, int kept, Closings closings) {
    Period period = trail.terms().subject().period();
    for (Agreement.Step step : trail.steps().subList(kept, trail.steps().size())) {
      closings.requireOpen("agreement on " + trail.terms().subject(), period, step.on());
    }
  }

  /**
   * Returns the latest trail about a subject.
   *
   * @param subject the subject
   * @return the trail, in whatever state; empty if nothing was said
   */
  public Optional<Agreement> find(Terms.Subject subject) {
    List<Agreement> found = trails.getOrDefault(subject, ImmutableList.of());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
  }

  /**
   * Returns the latest trail about a target.
   *
   * @param target the target
   * @return the trail, in whatever state; empty if nothing was said
   */
  public Optional<Agreement> of(Target target) {
    return find(new Terms.OfTarget(target.key()));
  }

  /**
   * Returns all trails, past ones too.
   *
   * @return the trails, by subject in the order in which these were first talked about;
   *     unmodifiable
   */
  public List<Agreement> all() {
    return trails.values().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns what a person owes an answer to.
   *
   * @param person the person
   * @return the open trails that wait for the person; unmodifiable
   */
  public List<Agreement> waitingFor(PersonId person) {
    return all().stream()
        .filter(trail -> trail.waitingFor().equals(Optional.of(person)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns what had been said by the end of a day.
   *
   * @param day the day
   * @return the agreements as they were
   */
  public Agreements asOf(LocalDate day) {
    Map<Terms.Subject, ImmutableList<Agreement>> then = new LinkedHashMap<>();
    trails.forEach(
        (subject, list) -> {
          ImmutableList<Agreement> known =
              list.stream()
                  .flatMap(trail -> trail.asOf(day).stream())
                  .collect(ImmutableList.toImmutableList());
          if (!known.isEmpty()) {
            then.put(subject, known);
          }
        });
    return new Agreements(then, closings);
  }

  /**
   * Returns the agreements that a host kept; every trail is checked again.
   *
   * @param state as {@link #state()} gives it
   * @param closings the periods that were closed
   * @return the agreements
   * @throws IllegalArgumentException if a part of it is none, a step is not legal, or as {@link
   *     #with(Agreement)} does
   */
  public static Agreements of(AgreementsState state, Closings closings) {
    Words.requireWhole(state);
    return NONE.with(closings)
        .with(state.trails().stream().map(AgreementsState.TrailState::read).toList());
  }

  /**
   * Returns what a host keeps; closings are kept on their own.
   *
   * @return the state, which {@link #of(AgreementsState, Closings)} reads back to equal agreements
   */
  public AgreementsState state() {
    return new AgreementsState(all().stream().map(AgreementsState.TrailState::of).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Agreements that
        && all().equals(that.all())
        && closings.equals(that.closings);
  }

  @Override
  public int hashCode() {
    return 31 * all().hashCode() + closings.hashCode();
  }

  /** Returns how many trails there are, and how many of them are agreed. */
  @Override
  public String toString() {
    long agreed = all().stream().filter(trail -> trail.agreed().isPresent()).count();
    return all().size() + " trails, " + agreed + " agreed";
  }
}
