package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An {@link Activity} as a host keeps it: records, lists, text and days only. What is absent is an
 * empty list.
 *
 * @param id its id in the source
 * @param person who led it
 * @param coaches who came along to coach
 * @param supporters who else took part
 * @param metric the activity metric it counts for
 * @param on the day
 * @param recorded the day from whose end on it is on record; one or none, as the lists below
 * @param count how many, at least 1
 * @param deal the deal that it was about or that came of it
 * @param account the customer
 * @param outcome such as {@code "advanced"}
 * @param quality such as {@code "4 (1..5)"}
 */
public record ActivityState(
    String id,
    String person,
    List<String> coaches,
    List<String> supporters,
    String metric,
    LocalDate on,
    List<LocalDate> recorded,
    int count,
    List<String> deal,
    List<String> account,
    List<String> outcome,
    List<String> quality) {

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
   * @param outcome what came of it
   * @param quality how good it was
   */
  public ActivityState {
    coaches = ImmutableList.copyOf(coaches);
    supporters = ImmutableList.copyOf(supporters);
    recorded = ImmutableList.copyOf(recorded);
    deal = ImmutableList.copyOf(deal);
    account = ImmutableList.copyOf(account);
    outcome = ImmutableList.copyOf(outcome);
    quality = ImmutableList.copyOf(quality);
  }

  static ActivityState write(Activity activity) {
    return new ActivityState(
        activity.id(),
        activity.person().value(),
        ids(activity.coaches()),
        ids(activity.supporters()),
        activity.metric().value(),
        activity.on(),
        activity.recorded().stream().toList(),
        activity.count(),
        texts(activity.deal()),
        texts(activity.account()),
        texts(activity.outcome()),
        texts(activity.quality()));
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
        on,
        Words.only("recorded", recorded),
        count,
        Words.only("deal", deal).map(DealId::of),
        Words.only("account", account).map(AccountId::of),
        Words.only("outcome", outcome).map(ActivityOutcome::parse),
        Words.only("quality", quality).map(Rating::parse));
  }

  private static Set<PersonId> people(List<String> ids) {
    return ids.stream().map(PersonId::of).collect(ImmutableSet.toImmutableSet());
  }
}
