package dev.guidepost.core.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which rule credits which deal. */
class CreditRulesTest {

  private static final LocalDate MAY_10 = LocalDate.of(2026, 5, 10);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId KIM = PersonId.of("kim");
  private static final RoleId SDR = RoleId.of("sdr");
  private static final RoleId SPECIALIST = RoleId.of("specialist");

  private static CreditRule.Builder rule(String id, LocalDate from) {
    return CreditRule.builder().id(id).effectiveFrom(from);
  }

  private static final CreditCase DEAL = CreditCase.of(ANA).with(DealTeam.NOBODY.with(SDR, KIM));

  private static String credit(CreditRules rules, CreditCase deal) {
    return rules.creditOf(deal, MAY_10).toString();
  }

  @Test
  void theOwnerHasWhatTheRolesLeave() {
    CreditRules rules =
        CreditRules.of(
            rule("all", LocalDate.of(2026, 1, 1))
                .share(SDR, "20")
                .share(SPECIALIST, "30")
                .overlay(SDR, "5")
                .build());
    assertEquals("ana 80 %, kim 20 %; overlay kim 5 %", credit(rules, DEAL));
    assertEquals("ana 100 %", credit(rules, CreditCase.of(ANA)), "nobody in a role");
    DealTeam two = DealTeam.NOBODY.with(SDR, KIM).with(SDR, ANA).with(SPECIALIST, KIM);
    assertEquals("ana 60 %, kim 40 %; overlay ana 2.5 %, kim 2.5 %", credit(rules, DEAL.with(two)));
    assertEquals("ana 100 %", credit(CreditRules.OWNER, DEAL));
    CreditRules nothingLeft =
        CreditRules.of(rule("all", LocalDate.of(2026, 1, 1)).share(SDR, "100").build());
    assertEquals("kim 100 %", credit(nothingLeft, DEAL));
    CreditRules much =
        CreditRules.of(
            rule("all", LocalDate.of(2026, 1, 1))
                .overlay(SDR, "70")
                .overlay(SPECIALIST, "70")
                .build());
    DealTeam both = DealTeam.NOBODY.with(SDR, KIM).with(SPECIALIST, KIM);
    assertEquals(
        "ana 100 %; overlay kim 100 %", credit(much, DEAL.with(both)), "at most all of it");
  }

  @Test
  void theNearestRuleInForceHolds() {
    CreditRules rules =
        CreditRules.of(
            rule("all", LocalDate.of(2026, 1, 1)).share(SDR, "10").build(),
            rule("later", MAY_10.plusDays(1)).share(SDR, "50").build(),
            rule("ended", LocalDate.of(2026, 2, 1)).effectiveUntil(MAY_10).share(SDR, "40").build(),
            rule("partner", LocalDate.of(2025, 1, 1))
                .origin(Origin.PARTNER)
                .share(SDR, "30")
                .build(),
            rule("renewals of partners", LocalDate.of(2025, 1, 1))
                .origin(Origin.PARTNER)
                .motion(Motion.RENEWAL)
                .share(SDR, "35")
                .build());
    assertEquals("ana 90 %, kim 10 %", credit(rules, DEAL));
    assertEquals("ana 70 %, kim 30 %", credit(rules, DEAL.with(Origin.PARTNER)));
    assertEquals(
        "ana 65 %, kim 35 %", credit(rules, DEAL.with(Origin.PARTNER).with(Motion.RENEWAL)));
    assertEquals(
        "ana 50 %, kim 50 %",
        rules.creditOf(DEAL, MAY_10.plusDays(1)).toString(), "the one since the latest day");
    assertEquals("ana 60 %, kim 40 %", rules.creditOf(DEAL, MAY_10.minusDays(1)).toString());
    assertEquals("ana 100 %", rules.creditOf(DEAL, LocalDate.of(2025, 1, 1)).toString(), "none");
  }

  @Test
  void rulesKnownLaterDoNotCount() {
    LocalDate june = LocalDate.of(2026, 6, 1);
    CreditRules rules =
        CreditRules.of(
            rule("first", LocalDate.of(2026, 1, 1)).share(SDR, "10").build(),
            rule("in arrears", LocalDate.of(2026, 1, 1)).noted(june).share(SDR, "20").build());
    assertEquals("ana 90 %, kim 10 %", credit(rules.asOf(june.minusDays(1)), DEAL));
    assertEquals("ana 80 %, kim 20 %", credit(rules.asOf(june), DEAL));
    assertEquals(1, rules.asOf(june.minusDays(1)).rules().size());
    assertEquals(Optional.of("in arrears"), rules.ruleFor(DEAL, MAY_10).map(CreditRule::id));
  }

  @Test
  void refusesWhatCannotBe() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertEquals(
        "shares of credit rule x must come to at most 100 %, but came to 120 %",
        refusal(rule("x", day).share(SDR, "60").share(SPECIALIST, "60")));
    assertEquals(
        "credit rule x must end after 2026-01-01, but ends on 2026-01-01",
        refusal(rule("x", day).effectiveUntil(day)));
    assertEquals("credit rule must have an id, but it was blank", refusal(rule(" ", day)));
    CreditRule rule = rule("x", day).build();
    assertEquals(
        "credit rules must have different ids, but two were x",
        assertThrows(IllegalArgumentException.class, () -> CreditRules.of(rule, rule))
            .getMessage());
  }

  private static String refusal(CreditRule.Builder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void comeBackFromTheirState() {
    CreditRules rules =
        CreditRules.of(
            rule("b", LocalDate.of(2026, 1, 1))
                .effectiveUntil(MAY_10)
                .noted(MAY_10)
                .motion(Motion.NEW)
                .origin(Origin.OWN)
                .share(SDR, "12.5")
                .overlay(SPECIALIST, "5")
                .build(),
            rule("a", MAY_10).build());
    assertEquals(rules, CreditRules.of(rules.state()));
    assertEquals("a", rules.rules().get(0).id(), "known first, by id");
  }

  @Test
  void teamsMotionsAndOriginsSayWhatTheyAre() {
    DealTeam team = DealTeam.NOBODY.with(SPECIALIST, UnitId.of("u")).with(SDR, KIM).with(SDR, KIM);
    assertEquals("sdr kim, specialist u", team.toString());
    assertEquals(Motion.NEW, Motion.parse("New"));
    assertEquals(
        "origin must be one of [inbound, sdr, partner, own], but was \"web\"",
        assertThrows(IllegalArgumentException.class, () -> Origin.parse("web")).getMessage());
  }
}
