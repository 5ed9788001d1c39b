package dev.guidepost.targets.rates;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaMixture;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.rates.PooledLevel.Group;
import dev.guidepost.targets.rates.PooledLevel.Member;
import dev.guidepost.targets.rates.PooledLevel.Part;
import dev.guidepost.targets.rates.PooledLevel.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits the rates of one metric, from the company down to its people. */
final class Descent {

  private static final Conjugate.Shares SHARES = new Conjugate.Shares();

  private final Cube cube;
  private final Organisation organisation;
  private final LocalDate day;
  private final MetricId metric;
  private final Period window;
  private final double level;
  private final Pooling pooling;
  private final List<Period> pieces;
  private final Map<PartyId, PersonalRate> rates = new HashMap<>();

  Descent(Cube cube, MetricId metric, Period window, double level, Pooling pooling) {
    this.cube = cube;
    this.organisation = cube.organisation();
    this.day = cube.organisedOn().orElse(window.lastDay());
    this.metric = metric;
    this.window = window;
    this.level = level;
    this.pooling = pooling;
    this.pieces = pooling.halfLife().pieces(window);
  }

  /** Everybody who is pooled with the same others, and what is known before their records. */
  private record Family(String name, List<Part<Beta>> prior, List<? extends PartyId> children) {}

  /** The rates by everybody's own record alone, each from the Jeffreys prior. */
  Map<PartyId, PersonalRate> alone() {
    List<PartyId> parties = new ArrayList<>(organisation.units());
    parties.addAll(organisation.people());
    for (PartyId party : parties) {
      put(party, "", Counts.of(this, party), 1);
    }
    return rates;
  }

  /** The rates of units by their record and that of units above, and of people likewise. */
  Map<PartyId, PersonalRate> pooled() {
    UnitId root = organisation.root();
    Counts company = Counts.of(this, root);
    if (company.trials == 0) {
      return rates;
    }
    put(root, "", company, company.weightedTrials / (company.weightedTrials + 1));
    Map<UnitId, List<Part<Beta>>> priors = new HashMap<>();
    List<UnitId> parents = List.of(root);
    while (!parents.isEmpty()) {
      List<Family> units = new ArrayList<>();
      List<Family> people = new ArrayList<>();
      List<UnitId> below = new ArrayList<>();
      for (UnitId parent : parents) {
        String name = organisation.name(parent);
        List<Part<Beta>> prior = priors.getOrDefault(parent, List.of());
        units.add(new Family(name, prior, List.copyOf(organisation.subunits(parent, day))));
        people.add(
            new Family(
                name,
                prior,
                organisation.members(parent, day).stream()
                    .filter(person -> pooling.peers().of(person).isEmpty())
                    .toList()));
        below.addAll(organisation.subunits(parent, day));
      }
      fit(units, priors);
      fit(people, priors);
      parents = below;
    }
    peers();
    return rates;
  }

  /** People with those of the same job: groups under the company, people under their groups. */
  private void peers() {
    Map<String, List<PersonId>> groups = new TreeMap<>();
    for (UnitId unit : organisation.units()) {
      for (PersonId person : organisation.members(unit, day)) {
        pooling
            .peers()
            .of(person)
            .ifPresent(
                group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(person));
      }
    }
    if (groups.isEmpty()) {
      return;
    }
    List<Counts> sums = new ArrayList<>();
    groups.values().forEach(people -> sums.add(Counts.sum(this, people)));
    List<Member<Beta>> pooled =
        PooledLevel.pool(SHARES, List.of(Counts.group(List.of(), sums))).get(0);
    List<Family> families = new ArrayList<>();
    for (Map.Entry<String, List<PersonId>> group : groups.entrySet()) {
      families.add(
          new Family(group.getKey(), pooled.get(families.size()).before(), group.getValue()));
    }
    fit(families, new HashMap<>());
  }

  private void fit(List<Family> families, Map<UnitId, List<Part<Beta>>> priors) {
    List<List<Counts>> counted = new ArrayList<>();
    List<Group<Beta>> records = new ArrayList<>();
    for (Family family : families) {
      List<Counts> counts = new ArrayList<>();
      family.children.forEach(child -> counts.add(Counts.of(this, child)));
      counted.add(counts);
      records.add(Counts.group(family.prior, counts));
    }
    List<List<Member<Beta>>> pooled = PooledLevel.pool(SHARES, records);
    for (int f = 0; f < families.size(); f++) {
      Family family = families.get(f);
      for (int i = 0; i < family.children.size(); i++) {
        PartyId child = family.children.get(i);
        Member<Beta> found = pooled.get(f).get(i);
        if (child instanceof UnitId unit) {
          priors.put(unit, found.before());
        }
        Counts own = counted.get(f).get(i);
        rates.put(
            child,
            new PersonalRate(
                child,
                family.name,
                own.events,
                own.trials,
                Conjugate.Shares.ownShare(found.before(), own.weightedTrials),
                Conjugate.Shares.mixture(found.after()),
                level));
      }
    }
  }

  private void put(PartyId party, String parent, Counts own, double ownShare) {
    Beta belief = Beta.jeffreys().update(own.weightedEvents, own.weightedTrials);
    rates.put(
        party,
        new PersonalRate(
            party, parent, own.events, own.trials, ownShare, BetaMixture.of(belief), level));
  }

  /** Events and trials of a party, and those by which it is judged if older ones count less. */
  private record Counts(long events, long trials, double weightedEvents, double weightedTrials) {

    static Counts of(Descent fit, PartyId party) {
      Ratio all = ratio(fit, party, fit.window);
      long events = all.numerator().unscaledAt(0);
      long trials = all.denominator().unscaledAt(0);
      if (events < 0 || events > trials) {
        throw new IllegalArgumentException(
            "events of " + fit.metric + " must be 0 to the trials, but " + party + " has " + all);
      }
      HalfLife halfLife = fit.pooling.halfLife();
      if (!halfLife.fades()) {
        return new Counts(events, trials, events, trials);
      }
      double weightedEvents = 0;
      double weightedTrials = 0;
      for (Period piece : fit.pieces) {
        Ratio ratio = ratio(fit, party, piece);
        double weight = halfLife.weight(piece, fit.window.end());
        weightedEvents += weight * ratio.numerator().toDouble();
        weightedTrials += weight * ratio.denominator().toDouble();
      }
      return new Counts(events, trials, weightedEvents, weightedTrials);
    }

    private static Ratio ratio(Descent fit, PartyId party, Period period) {
      Measurement measurement = fit.cube.measurement(party, fit.metric, period);
      if (measurement instanceof Measurement.Share share) {
        return share.ratio();
      }
      throw new IllegalArgumentException(
          "rate must be a ratio metric, but " + fit.metric + " is " + measurement.metric());
    }

    static Counts sum(Descent fit, List<PersonId> people) {
      Counts sum = new Counts(0, 0, 0, 0);
      for (PersonId person : people) {
        Counts one = of(fit, person);
        sum =
            new Counts(
                sum.events + one.events,
                sum.trials + one.trials,
                sum.weightedEvents + one.weightedEvents,
                sum.weightedTrials + one.weightedTrials);
      }
      return sum;
    }

    static Group<Beta> group(List<Part<Beta>> prior, List<Counts> counts) {
      return new Group<>(
          prior,
          counts.stream().map(one -> new Tally(one.weightedEvents, one.weightedTrials)).toList());
    }
  }
}
