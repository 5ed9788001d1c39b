package dev.guidepost.examples.backtest;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.planning.Goals;
import dev.guidepost.targets.planning.Planner;
import dev.guidepost.targets.rates.Peers;
import java.time.LocalDate;
import java.util.List;

/** What was known of a company at the end of a day, and nothing else. */
final class Known {

  private static final double CONFIDENCE = 0.80;

  private final Subject subject;
  private final LocalDate asOf;
  private final List<Deal> deals;
  private final Organisation organisation;
  private final Ledger ledger;

  Known(Subject subject, LocalDate asOf) {
    this.subject = subject;
    this.asOf = asOf;
    this.deals = subject.deals().stream().flatMap(deal -> deal.asOf(asOf).stream()).toList();
    this.organisation = subject.knownOn(asOf);
    LedgerWriter writer =
        new LedgerWriter(StandardMetrics.catalog(subject.currency(), subject.moneyScale()));
    try (Batch batch = writer.batch(subject.title(), asOf)) {
      facts().writeAll(deals, List.of(), batch);
      batch.commit();
    }
    this.ledger = writer.snapshot();
  }

  private RecordFacts facts() {
    return new RecordFacts(asOf, subject.observedFrom());
  }

  Subject subject() {
    return subject;
  }

  LocalDate asOf() {
    return asOf;
  }

  /** Returns the deals as they were known. */
  List<Deal> deals() {
    return deals;
  }

  /** Returns the organisation as it was known. */
  Organisation organisation() {
    return organisation;
  }

  /** Returns what the library makes of what was known. */
  Evidence evidence() {
    return Evidence.of(ledger, deals, facts())
        .over(organisation)
        .availability(subject.availability())
        .peers(subject.roster().map(roster -> Peers.byRole(roster, asOf)).orElse(Peers.TEAMS))
        .fit();
  }

  /** Returns the library's planner; no goals are set. */
  static Planner planner(Evidence evidence) {
    return Planner.of(evidence, Goals.of(evidence, List.of()), CONFIDENCE);
  }
}
