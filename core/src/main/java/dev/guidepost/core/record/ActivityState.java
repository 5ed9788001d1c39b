package dev.guidepost.core.record;

import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.style.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An {@link Activity} as a host keeps it: records, lists and text only. What is absent is an empty
 * list, and a day that is absent an empty text.
 *
 * @param id its id in the source
 * @param person who led it
 * @param coaches who came along to coach
 * @param supporters who else took part
 * @param metric the activity metric it counts for
 * @param on the day, such as {@code "2026-11-02"}
 * @param recorded the day from whose end on it is on record, such as {@code "2026-11-02"}, empty if
 *     it is {@code on}
 * @param count how many, at least 1
 * @param deal the deal that it was about or that came of it; one or none, as the lists below
 * @param account the customer
 * @param outcomes what came of it, such as {@code "advanced"}
 * @param qualities how good it was, such as {@code "4 (1..5)"}
 */
public record ActivityState(
    String id,
    String person,
    List<String> coaches,
    List<String> supporters,
    String metric,
    String on,
    String recorded,
    int count,
    List<String> deal,
    List<String> account,
    List<DealState.Noted> outcomes,
    List<DealState.Noted> qualities) {

  /**
   * Copies the lists.
   *
   * @param id its id in the source
   * @param person who led it
   * @param coaches who came along to coach
   * @param supporters who else took part
   * @param metric the activity metric it counts for
   * @param on the day
   * @param recorded the day from whose end on it is on record
   * @param count how many
   * @param deal the deal that it was about or that came of it
   * @param account the customer
   * @param outcomes what came of it
   * @param qualities how good it was
   */
  public ActivityState {
    coaches = Words.kept("coaches", coaches);
    supporters = Words.kept("supporters", supporters);
    deal = Words.kept("deal", deal);
    account = Words.kept("account", account);
    outcomes = Words.kept("outcomes", outcomes);
    qualities = Words.kept("qualities", qualities);
  }

  static ActivityState write(Activity activity) {
    return new ActivityState(
        activity.id(),
        activity.person().value(),
        ids(activity.coaches()),
        ids(activity.supporters()),
        activity.metric().value(),
        activity.on().toString(),
        Words.text(activity.recorded()),
        activity.count(),
        texts(activity.deal()),
        texts(activity.account()),
        DealStates.noted(activity.outcomes()),
        DealStates.noted(activity.qualities()));
  }

  private static List<String> ids(Set<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }

  private static List<String> texts(Optional<?> value) {
    return value.stream().map(Object::toString).toList();
  }

  Activity read() {
    return new Activity(
        id,
        PersonId.of(person),
        people(coaches),
        people(supporters),
        MetricId.of(metric),
        Words.day("day of activity " + id, on),
        Words.dayIfAny("recorded day of activity " + id, recorded),
        count,
        Words.only("deal", deal).map(DealId::of),
        Words.only("account", account).map(AccountId::of),
        DealStates.history("activity " + id, outcomes, ActivityOutcome::parse),
        DealStates.history("activity " + id, qualities, Rating::parse));
  }

  private static Set<PersonId> people(List<String> ids) {
    return ids.stream().map(PersonId::of).collect(ImmutableSet.toImmutableSet());
  }
}
