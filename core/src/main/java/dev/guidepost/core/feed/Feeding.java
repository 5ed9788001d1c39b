package dev.guidepost.core.feed;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The records of a feed by the days on which something became known of them. Rows are offered in
 * the order of the feed, so that a ledger does not depend on how much of it was offered at once.
 */
final class Feeding {

  private final RecordFeed feed;
  private final Map<DealId, List<Activity>> about;

  /** By day the places of the deals and activities of which something became known. */
  private final NavigableMap<LocalDate, List<Integer>> dealNews = new TreeMap<>();

  private final NavigableMap<LocalDate, List<Integer>> activityNews = new TreeMap<>();
  private final NavigableSet<LocalDate> commonNews;

  Feeding(RecordFeed feed) {
    this.feed = feed;
    this.commonNews = new TreeSet<>(feed.commonDays());
    this.about = RecordFacts.byDeal(feed.activities());
    Map<DealId, Integer> places = new HashMap<>();
    for (int i = 0; i < feed.deals().size(); i++) {
      Deal deal = feed.deals().get(i);
      places.put(deal.id(), i);
      note(dealNews, deal.knownDays(), i);
    }
    for (int i = 0; i < feed.activities().size(); i++) {
      Activity activity = feed.activities().get(i);
      note(activityNews, activity.knownDays(), i);
      Optional<DealId> deal = activity.deal();
      if (deal.isPresent() && places.containsKey(deal.get())) {
        note(dealNews, activity.knownDays(), places.get(deal.get()));
      }
    }
  }

  private static void note(
      NavigableMap<LocalDate, List<Integer>> news, Set<LocalDate> days, int place) {
    days.forEach(day -> news.computeIfAbsent(day, on -> new ArrayList<>()).add(place));
  }

  List<BatchReport> writeDays(LedgerWriter writer) {
    ImmutableList.Builder<BatchReport> reports = ImmutableList.builder();
    NavigableSet<Integer> open = new TreeSet<>();
    Optional<LocalDate> before = Optional.empty();
    for (LocalDate day : feed.days()) {
      try (Batch batch = writer.batch("records " + day, day)) {
        if (before.isPresent()) {
          writeNews(before.get(), day, open, batch);
        } else {
          writeAll(day, batch);
          all().forEach(place -> noteOpen(place, day, open));
        }
        reports.add(batch.commit());
      }
      before = Optional.of(day);
    }
    return reports.build();
  }

  void writeAll(LocalDate day, Batch batch) {
    writeDeals(all(), new TreeSet<>(), day, batch);
    for (Activity activity : feed.activities()) {
      facts(day).write(activity, batch);
    }
  }

  void writeNews(LocalDate since, LocalDate day, Batch batch) {
    NavigableSet<Integer> open = new TreeSet<>();
    all().forEach(place -> noteOpen(place, day, open));
    writeNews(since, day, open, batch);
  }

  private void writeNews(LocalDate since, LocalDate day, NavigableSet<Integer> open, Batch batch) {
    boolean all = !commonNews.subSet(since, false, day, true).isEmpty();
    NavigableSet<Integer> news = all ? all() : between(dealNews, since, day);
    news.forEach(place -> noteOpen(place, day, open));
    writeDeals(news, open, day, batch);
    for (int place : between(activityNews, since, day)) {
      facts(day).write(feed.activities().get(place), batch);
    }
  }

  private NavigableSet<Integer> all() {
    NavigableSet<Integer> places = new TreeSet<>();
    for (int i = 0; i < feed.deals().size(); i++) {
      places.add(i);
    }
    return places;
  }

  private static NavigableSet<Integer> between(
      NavigableMap<LocalDate, List<Integer>> news, LocalDate since, LocalDate day) {
    NavigableSet<Integer> places = new TreeSet<>();
    news.subMap(since, false, day, true).values().forEach(places::addAll);
    return places;
  }

  private void noteOpen(int place, LocalDate day, Set<Integer> open) {
    boolean stands =
        feed.deals()
            .get(place)
            .asOf(day)
            .filter(deal -> deal.outcome() == Outcome.OPEN)
            .isPresent();
    if (stands) {
      open.add(place);
    } else {
      open.remove(place);
    }
  }

  private RecordFacts facts(LocalDate day) {
    return new RecordFacts(day, feed.observedFrom(), feed.rules(), feed.closings());
  }

  /** Writes the deals of which something is new, and of the others that are open their age. */
  private void writeDeals(
      NavigableSet<Integer> news, NavigableSet<Integer> open, LocalDate day, Batch batch) {
    RecordFacts facts = facts(day);
    Optional<StageFacts> stages =
        feed.process().map(process -> new StageFacts(process, day, feed.rules(), feed.closings()));
    NavigableSet<Integer> offered = new TreeSet<>(news);
    offered.addAll(open);
    for (int place : offered) {
      Deal deal = feed.deals().get(place);
      if (news.contains(place)) {
        facts.write(deal, batch);
        facts.writeMeeting(deal, about.getOrDefault(deal.id(), List.of()), batch);
        stages.ifPresent(found -> found.write(deal, batch));
      } else {
        facts.writeAge(deal, batch);
      }
    }
  }
}
