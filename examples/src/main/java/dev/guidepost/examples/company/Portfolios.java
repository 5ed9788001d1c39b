package dev.guidepost.examples.company;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.territory.Accounts;
import dev.guidepost.core.territory.Potential;
import dev.guidepost.core.territory.Survey;
import dev.guidepost.core.territory.Territories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The customers of account managers: a territory for each, segments, estimates of what there is to
 * win, and twice a year the question how satisfied they are, which three in five answer. A customer
 * whom two could have is the first one's; the territory of one who left is vacant.
 */
final class Portfolios {

  private static final double ESTIMATED = 0.9;
  private static final double ESTIMATED_AGAIN = 0.2;
  private static final double GREW = 0.15;
  private static final double ANSWERS = 0.6;
  private static final int HALF_YEAR = 182;
  private static final int ANSWER_DAYS = 30;
  private static final double USUAL_SCORE = 7.8;
  private static final double SPREAD = 1.6;
  private static final int BEST_SCORE = 10;

  private final CompanySpec spec;
  private final Season season;
  private final Map<Integer, Seller> owners = new LinkedHashMap<>();
  private final List<Seller> managers = new ArrayList<>();

  Portfolios(CompanySpec spec, Season season, List<Seller> sellers) {
    this.spec = spec;
    this.season = season;
    for (Seller seller : sellers) {
      if (seller.role().equals(Roles.ACCOUNT_MANAGER)) {
        managers.add(seller);
        for (int slot = 0; slot < Customers.INSTALLED; slot++) {
          owners.putIfAbsent(Customers.installed(seller, slot), seller);
        }
      }
    }
  }

  private SplittableRandom random(int customer, int what) {
    return Draws.stream(spec.seed(), Draws.Purpose.ACCOUNT, customer, what);
  }

  Territories territories() {
    Accounts.Builder accounts = Accounts.builder();
    owners.keySet().forEach(customer -> describe(accounts, customer));
    Territories.Builder territories = Territories.builder(accounts.build(), spec.currency());
    for (Seller seller : managers) {
      TerritoryId id = territory(seller);
      territories
          .territory(id, "Customers of " + seller.name())
          .leads(id, Dated.always(tenths(5 * seller.habits().inbound())))
          .holder(id, held(seller));
    }
    owners.forEach((customer, seller) -> assign(territories, customer, seller));
    return territories.build();
  }

  private static TerritoryId territory(Seller seller) {
    return TerritoryId.of("customers-" + seller.id());
  }

  private static Quantity tenths(double value) {
    return Quantity.of(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN));
  }

  private Dated<PersonId> held(Seller seller) {
    LocalDate first = LocalDate.ofEpochDay(Math.max(seller.hired(), season.origin));
    return seller.left() == Integer.MAX_VALUE
        ? Dated.from(seller.id(), first)
        : Dated.between(seller.id(), first, LocalDate.ofEpochDay(seller.left()));
  }

  private void describe(Accounts.Builder accounts, int customer) {
    AccountId id = Customers.account(customer);
    accounts.account(id, Names.customer(customer)).segment(id, Dated.always("mid"));
    RandomGenerator random = random(customer, 0);
    if (random.nextDouble() < GREW) {
      accounts.segment(id, Dated.from("large", spec.asOf().minusDays(random.nextInt(400))));
    }
  }

  private void assign(Territories.Builder territories, int customer, Seller seller) {
    AccountId id = Customers.account(customer);
    territories.account(id, Dated.always(territory(seller)));
    RandomGenerator random = random(customer, 1);
    double potential = 4 * seller.dealValue() * Draws.around(random, 0.6);
    LocalDate first = LocalDate.ofEpochDay(season.observedFrom);
    if (random.nextDouble() < ESTIMATED) {
      territories.potential(Potential.of(id, thousands(potential), "account plan", first));
    }
    if (random.nextDouble() < ESTIMATED_AGAIN) {
      LocalDate later = spec.asOf().minusDays(random.nextInt(120));
      potential *= Draws.around(random, 0.3);
      territories.potential(Potential.of(id, thousands(potential), "survey", later));
    }
  }

  private static Quantity thousands(double amount) {
    return Quantity.of(Math.max(1, Math.round(amount / 1_000)) * 1_000);
  }

  /** Returns the surveys sent since the records begin, while somebody looked after the account. */
  List<Survey> surveys() {
    List<Survey> surveys = new ArrayList<>();
    owners.forEach(
        (customer, seller) -> {
          int day = season.observedFrom + random(customer, 2).nextInt(HALF_YEAR);
          for (int number = 1; day <= Season.day(spec.asOf()); number++, day += HALF_YEAR) {
            if (day >= seller.hired() && day < seller.left()) {
              surveys.add(survey(customer, seller, number, LocalDate.ofEpochDay(day)));
            }
          }
        });
    return surveys;
  }

  private Survey survey(int customer, Seller seller, int number, LocalDate sent) {
    AccountId account = Customers.account(customer);
    Survey survey = Survey.sent("s-" + account + "-" + number, account, seller.id(), sent);
    SplittableRandom random = random(customer, 2 + number);
    LocalDate answered = sent.plusDays(1 + random.nextInt(ANSWER_DAYS));
    if (random.nextDouble() >= ANSWERS || answered.isAfter(spec.asOf())) {
      return survey;
    }
    long score = Math.round(USUAL_SCORE + SPREAD * random.nextGaussian());
    return survey.answered(answered, Quantity.of(Math.max(0, Math.min(BEST_SCORE, score))));
  }
}
