package dev.guidepost.examples.backtest;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.outlook.Forecast;
import dev.guidepost.targets.outlook.Score;
import dev.guidepost.targets.planning.Forecasts;
import dev.guidepost.targets.planning.Planner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One look at a company as of a day: all forecasts, scored. */
final class Sighting {

  private static final double SURE = 1e6;
  private static final int CELLS = 600;
  private static final double REACH = 3;

  private final Known known;
  private final Map<Forecaster, Planner> planners = new EnumMap<>(Forecaster.class);
  private final Evidence evidence;
  private final Peers peers;
  private final Set<PersonId> sellers = new HashSet<>();
  private final SplittableRandom random;

  /** Looks at a company; {@code parts} tells whether to forecast without each part too. */
  Sighting(Subject subject, LocalDate asOf, boolean parts, long seed) {
    known = new Known(subject, asOf);
    evidence = known.evidence();
    for (Forecaster one : Forecaster.values()) {
      if (one == Forecaster.GUIDEPOST || (parts && one.isWithoutPart())) {
        planners.put(one, Known.planner(evidence.considering(one.considered())));
      }
    }
    peers = new Peers(known);
    known.deals().forEach(deal -> sellers.add(deal.owner()));
    random =
        new SplittableRandom(31 * (31 * seed + subject.title().hashCode()) + asOf.toEpochDay());
  }

  /** Returns the company. */
  String title() {
    return known.subject().title();
  }

  /** Scores all forecasts of some days. */
  void score(Subject.Look look, List<PartyRow> parties, List<DealRow> deals) {
    Won won = new Won(known.subject().deals(), look.days(), known, evidence.review());
    Map<Forecaster, Forecasts> ours = new EnumMap<>(Forecaster.class);
    planners.forEach((one, planner) -> ours.put(one, planner.forecasts(look.period())));
    Forecasts main = Objects.requireNonNull(ours.get(Forecaster.GUIDEPOST));
    scoreDeals(look, ours, won, deals);
    Optional<Won> repeated =
        peers.repeated(look).map(days -> new Won(known.deals(), days, known, evidence.review()));
    for (PartyId party : parties()) {
      Map<Forecaster, Forecast> made = new EnumMap<>(Forecaster.class);
      ours.forEach((one, all) -> all.atRecentRate(party).ifPresent(got -> made.put(one, got)));
      if (made.containsKey(Forecaster.GUIDEPOST)) {
        main.nothingNew(party).ifPresent(got -> made.put(Forecaster.NOTHING_NEW, got));
        if (planners.size() > 1) {
          main.withShock(Forecaster.DEVIATION)
              .atRecentRate(party)
              .ifPresent(got -> made.put(Forecaster.SHOCK, got));
        }
        for (Measure measure : Measure.values()) {
          parties.add(row(look, party, measure, made, won, repeated));
        }
      }
    }
  }

  /** Everybody who had a deal on record and stands in a unit, and all units. */
  private List<PartyId> parties() {
    List<PartyId> parties = new ArrayList<>(known.organisation().units());
    evidence.people().stream().filter(sellers::contains).forEach(parties::add);
    return parties;
  }

  private List<PersonId> members(PartyId party) {
    Organisation organisation = known.organisation();
    return evidence.people().stream()
        .filter(sellers::contains)
        .filter(
            person ->
                person.equals(party)
                    || organisation.path(person, evidence.review()).contains(party))
        .toList();
  }

  private String level(PartyId party) {
    return party instanceof UnitId unit ? known.organisation().level(unit) : "person";
  }

  private PartyRow row(
      Subject.Look look,
      PartyId party,
      Measure measure,
      Map<Forecaster, Forecast> made,
      Won won,
      Optional<Won> repeated) {
    double actual = won.of(party, measure);
    double uniform = random.nextDouble();
    Map<Forecaster, Marks> marks = new EnumMap<>(Forecaster.class);
    made.forEach((one, forecast) -> marks.put(one, marks(measure.of(forecast), actual, uniform)));
    for (Forecaster peer : Peers.ofDeals()) {
      marks.put(peer, marks(ofPeer(peer, party, measure, look.days()), actual, uniform));
    }
    repeated.ifPresent(
        last -> {
          double same = last.of(party, measure);
          marks.put(Forecaster.LAST_QUARTER, new Marks(same, Score.crps(same, actual), Double.NaN));
        });
    return new PartyRow(
        known.subject().group(),
        block(look),
        known.subject().title(),
        look.asOf(),
        look.kind(),
        level(party),
        measure,
        actual,
        marks);
  }

  private String block(Subject.Look look) {
    return known.subject().title() + ", " + look.period().label();
  }

  private static Marks marks(AmountForecast forecast, double actual, double uniform) {
    return new Marks(
        forecast.mean(), Score.crps(forecast, actual), Score.pit(forecast, actual, uniform));
  }

  /** What a peer that gives every deal a chance forecasts, deals being independent. */
  private AmountForecast ofPeer(Forecaster peer, PartyId party, Measure measure, Period days) {
    List<PersonId> members = members(party);
    Set<PersonId> owners = new HashSet<>(members);
    List<Deal> open =
        known.deals().stream()
            .filter(deal -> deal.outcome() == Outcome.OPEN && owners.contains(deal.owner()))
            .toList();
    DealSizes sizes = evidence.sizes();
    double[] chances = open.stream().mapToDouble(deal -> peers.chance(peer, deal, days)).toArray();
    double[] amounts =
        open.stream()
            .mapToDouble(deal -> measure == Measure.WINS ? 1 : sizes.ifWon(deal).toDouble())
            .toArray();
    double created = peers.newWins(peer, days) * members.size();
    double expected = created * (measure == Measure.WINS ? 1 : sizes.mean());
    for (int i = 0; i < amounts.length; i++) {
      expected += chances[i] * amounts[i];
    }
    if (measure == Measure.WINS) {
      int cells = 30 + open.size() + (int) Math.ceil(REACH * created);
      Grid grid = new Grid(1, cells);
      return AmountForecast.ofDeals(grid, amounts, chances)
          .plus(AmountForecast.ofNewWins(grid, SURE, SURE, created));
    }
    Grid grid = Grid.holding(REACH * Math.max(expected, 4 * sizes.mean()), CELLS, sizes.mean());
    AmountForecast live = AmountForecast.ofDeals(grid, amounts, chances);
    return members.isEmpty() || created == 0
        ? live
        : live.plus(
            AmountForecast.ofRecentRate(
                grid, sizes.everybodys(), members.get(0), SURE, SURE, created));
  }

  private void scoreDeals(
      Subject.Look look, Map<Forecaster, Forecasts> ours, Won won, List<DealRow> rows) {
    Map<DealId, Map<Forecaster, Double>> chances = new LinkedHashMap<>();
    ours.forEach(
        (one, forecasts) -> {
          for (DealOutlook outlook : forecasts.pipeline(known.organisation().root()).deals()) {
            chances
                .computeIfAbsent(outlook.deal().id(), key -> new EnumMap<>(Forecaster.class))
                .put(one, outlook.chance());
          }
        });
    for (Deal deal : known.deals()) {
      Map<Forecaster, Double> given = chances.get(deal.id());
      if (deal.outcome() == Outcome.OPEN && given != null) {
        for (Forecaster peer : Peers.ofDeals()) {
          given.put(peer, peers.chance(peer, deal, look.days()));
        }
        rows.add(
            new DealRow(
                known.subject().group(),
                block(look),
                known.subject().title(),
                look.asOf(),
                look.kind(),
                deal.ageOn(known.asOf()).orElseThrow(),
                won.deal(deal.id()),
                given));
      }
    }
  }
}
