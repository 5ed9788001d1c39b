package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Person;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.source.Arrangements;
import dev.guidepost.examples.source.SalesRecords;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In which roles people of the generated company sell, to whom, and what they agreed on. */
class PeopleTest {

  private static final GeneratedCompany COMPANY = GeneratedCompany.generate(CompanySpec.of(42));
  private static final SalesRecords RECORDS = COMPANY.records();
  private static final Arrangements ARRANGEMENTS = RECORDS.arrangements().orElseThrow();
  private static final Roster ROSTER = ARRANGEMENTS.roster();
  private static final Done DONE = new Done(RECORDS);

  private static Role role(PersonId person) {
    return COMPANY.truth().role(person);
  }

  private static List<Deal> deals(Role role) {
    return RECORDS.deals().stream().filter(deal -> role(deal.owner()).equals(role)).toList();
  }

  private static List<Person> sellers() {
    Set<PersonId> selling = Set.copyOf(COMPANY.truth().sellers());
    return ROSTER.people().stream().filter(one -> selling.contains(one.id())).toList();
  }

  @Test
  void allFourRolesSell() {
    assertEquals(List.of(), ROSTER.findings());
    assertEquals(40, sellers().size());
    assertEquals(6, ROSTER.people().size() - sellers().size(), "managers");
    Map<Role, Long> sellers =
        sellers().stream()
            .collect(Collectors.groupingBy(one -> role(one.id()), Collectors.counting()));
    assertEquals(Set.copyOf(Roles.ALL), sellers.keySet());
    for (Role role : Roles.ALL) {
      role.requireIn(StandardMetrics.fullCatalog("USD", 2), COMPANY.review());
      assertTrue(sellers.get(role) >= 2, role + " " + sellers);
      assertTrue(deals(role).size() > 200, role.toString());
    }
  }

  @Test
  void theRosterKnowsWhoWorksAsTheProcessDoes() {
    for (Person person : ROSTER.people()) {
      LocalDate review = COMPANY.review();
      boolean there = RECORDS.organisation().unitOf(person.id(), review).isPresent();
      assertEquals(there, ROSTER.employed(review).contains(person), person.toString());
      for (LocalDate day : List.of(RECORDS.observedFrom(), RECORDS.asOf())) {
        boolean employed = ROSTER.employed(day).contains(person);
        assertEquals(
            employed ? 1 : 0, ROSTER.role(person.id(), day).stream().count(), "" + person + day);
      }
    }
    Activity worked = RECORDS.activities().get(0);
    assertTrue(
        ROSTER
                .presence(worked.person())
                .weight(Period.custom(worked.on(), worked.on().plusDays(1)))
                .signum()
            > 0);
    assertTrue(
        ROSTER.availability().state().equals(RECORDS.availability().state()), "leave of both");
  }

  @Test
  void accountManagersSellToCustomersTheyHave() {
    Set<AccountId> installed = new HashSet<>();
    for (Deal deal : deals(Roles.ACCOUNT_MANAGER)) {
      Motion motion = deal.motion().orElseThrow();
      assertFalse(motion == Motion.NEW, deal.toString());
      installed.add(deal.account().orElseThrow());
    }
    long managers =
        sellers().stream().filter(p -> role(p.id()).equals(Roles.ACCOUNT_MANAGER)).count();
    assertTrue(installed.size() <= managers * Customers.INSTALLED);
    long renewals =
        deals(Roles.ACCOUNT_MANAGER).stream()
            .filter(deal -> deal.motion().orElseThrow() == Motion.RENEWAL)
            .count();
    assertEquals(0.5, renewals / (double) deals(Roles.ACCOUNT_MANAGER).size(), 0.06);
    for (Role role : List.of(Roles.INSIDE, Roles.FIELD, Roles.PARTNER_MANAGER)) {
      for (Deal deal : deals(role)) {
        assertEquals(
            installed.contains(deal.account().orElseThrow())
                ? Motion.EXPANSION
                : deal.motion().get(),
            deal.motion().get());
        assertFalse(deal.motion().get() == Motion.RENEWAL);
      }
      long fresh = deals(role).stream().filter(d -> d.motion().get() == Motion.NEW).count();
      assertTrue(fresh > 0.8 * deals(role).size(), role + " " + fresh);
    }
  }

  @Test
  void mostOfPartnerManagersComesFromPartners() {
    for (Role role : Roles.ALL) {
      boolean partners = role.equals(Roles.PARTNER_MANAGER);
      Set<Origin> origins = EnumSet.noneOf(Origin.class);
      long own = 0;
      for (Deal deal : deals(role)) {
        Origin origin = deal.origin().orElseThrow();
        origins.add(origin);
        own += origin == Origin.OWN ? 1 : 0;
      }
      assertEquals(Set.of(Origin.OWN, partners ? Origin.PARTNER : Origin.INBOUND), origins);
      assertEquals(partners, own < deals(role).size() / 2, role + " own " + own);
    }
    Set<Object> met =
        RECORDS.activities().stream()
            .flatMap(one -> one.deal().stream())
            .collect(Collectors.toSet());
    for (Deal deal : RECORDS.deals()) {
      assertTrue(!met.contains(deal.id()) || deal.origin().get() == Origin.OWN, deal.toString());
    }
  }

  @Test
  void trailsAreOfEveryKind() {
    Agreements agreements = ARRANGEMENTS.agreements();
    Set<Agreement.Status> statuses = EnumSet.noneOf(Agreement.Status.class);
    for (Agreement trail : agreements.all()) {
      statuses.add(trail.status());
      trail.steps().forEach(step -> assertFalse(step.on().isAfter(RECORDS.asOf())));
    }
    assertEquals(
        Set.of(Agreement.Status.PROPOSED, Agreement.Status.COUNTERED, Agreement.Status.AGREED),
        statuses);
    int agreed = 0;
    int targets = 0;
    for (Target target : ARRANGEMENTS.targets().current(COMPANY.review())) {
      assertTrue(RECORDS.targets().contains(target), target.toString());
      assertTrue(
          target.goal().isEmpty() || ARRANGEMENTS.goals().find(target.goal().get()).isPresent());
      targets++;
      agreed +=
          agreements.of(target).filter(t -> t.status() == Agreement.Status.AGREED).isPresent()
              ? 1
              : 0;
    }
    assertTrue(targets >= 35, "targets " + targets);
    assertTrue(agreed > targets / 2 && agreed < targets, agreed + " of " + targets);
  }

  @Test
  void someTargetsHaveAThresholdAndAStretchThatWereAgreedOn() {
    int agreed = 0;
    for (Target target : ARRANGEMENTS.targets().current(COMPANY.review())) {
      boolean both = target.threshold().isPresent() && target.stretch().isPresent();
      assertEquals(both, target.threshold().isPresent() || target.stretch().isPresent());
      Optional<Agreement> trail = ARRANGEMENTS.agreements().of(target);
      if (both && trail.flatMap(Agreement::agreed).isPresent()) {
        Terms.Amount terms = (Terms.Amount) trail.get().terms();
        assertEquals(List.of(), terms.beside(target));
        agreed++;
      }
    }
    assertTrue(agreed > 0, "agreed " + agreed);
  }

  @Test
  void someForecastsAreOverriddenByTheirManagers() {
    assertFalse(ARRANGEMENTS.overrides().entries().isEmpty());
    for (Overrides.Entry entry : ARRANGEMENTS.overrides().entries()) {
      assertEquals(Overrides.Figure.FORECAST, entry.subject().figure());
      assertTrue(RECORDS.organisation().people().contains(entry.by()), entry.toString());
      assertFalse(entry.on().isAfter(RECORDS.asOf()));
    }
  }

  @Test
  void someSaidWhyTheyMissed() {
    Commitments commitments = Commitments.of(RECORDS.commitments());
    for (Miss miss : ARRANGEMENTS.misses()) {
      commitments = commitments.explained(miss, DONE.of(miss.person(), miss.metric(), miss.week()));
      assertFalse(miss.on().isAfter(COMPANY.review()));
    }
    assertTrue(ARRANGEMENTS.misses().stream().map(Miss::reason).distinct().count() >= 5);
    long missed =
        RECORDS.commitments().stream()
            .filter(c -> c.week().end().equals(COMPANY.review()))
            .filter(c -> DONE.of(c) < c.count())
            .count();
    long said =
        ARRANGEMENTS.misses().stream().filter(m -> m.week().end().equals(COMPANY.review())).count();
    assertTrue(said > 0 && said < missed, said + " of " + missed);
    assertFalse(commitments.current(COMPANY.review()).isEmpty(), "the week that begins");
  }

  @Test
  void isTheSameForTheSameSeed() {
    Arrangements again =
        GeneratedCompany.generate(CompanySpec.of(42)).records().arrangements().orElseThrow();
    assertEquals(ARRANGEMENTS.agreements(), again.agreements());
    assertEquals(ARRANGEMENTS.misses(), again.misses());
    assertEquals(ROSTER.state(), again.roster().state());
    assertEquals(ARRANGEMENTS.goals().state(), again.goals().state());
  }

  @Test
  void managersAreThereAndDoNotSell() {
    List<PersonId> managers =
        RECORDS.commitments().stream().map(Commitment::agreedWith).distinct().toList();
    assertFalse(managers.isEmpty());
    for (PersonId manager : managers) {
      assertEquals(
          "sales-manager",
          ROSTER.role(manager, RECORDS.asOf()).orElseThrow().id().value(),
          manager.toString());
      assertTrue(RECORDS.deals().stream().noneMatch(deal -> deal.owner().equals(manager)));
    }
  }
}
