package dev.guidepost.core.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final AccountId ACME = AccountId.of("acme");
  private static final AccountId UK = AccountId.of("acme-uk");
  private static final AccountId LONDON = AccountId.of("acme-london");
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private static Accounts.Builder acme() {
    return Accounts.builder()
        .account(ACME, "Acme")
        .parent(UK, Dated.from(ACME, MAY))
        .parent(LONDON, Dated.always(UK))
        .segment(UK, Dated.from("large", MAY.plusDays(9)))
        .segment(UK, Dated.always("mid"));
  }

  @Test
  void belongToEachOtherOnDays() {
    Accounts accounts = acme().build();
    assertEquals(Set.of(ACME, UK, LONDON), accounts.ids());
    assertEquals(Optional.empty(), accounts.parent(UK, MAY.minusDays(1)));
    assertEquals(Optional.of(ACME), accounts.parent(UK, MAY));
    assertEquals(Optional.empty(), accounts.parent(ACME, MAY));
    assertEquals(List.of(UK), accounts.children(ACME, MAY));
    assertEquals(List.of(), accounts.children(ACME, MAY.minusDays(1)));
    assertEquals(Set.of(ACME, UK, LONDON), accounts.withThoseBelow(ACME, MAY));
    assertEquals(Set.of(ACME), accounts.withThoseBelow(ACME, MAY.minusDays(1)));
    assertEquals(Optional.of("mid"), accounts.segment(UK, MAY));
    assertEquals(Optional.of("large"), accounts.segment(UK, MAY.plusDays(9)));
    assertEquals(Optional.empty(), accounts.segment(ACME, MAY));
    assertEquals("acme-uk", accounts.name(UK), "the id, until there is a name");
    assertEquals("nobody", accounts.name(AccountId.of("nobody")));
    assertEquals(List.of(), accounts.findings());
    assertEquals("3 accounts", accounts.toString());
  }

  @Test
  void aCircleIsReportedAndCut() {
    Accounts accounts =
        acme()
            .parent(ACME, Dated.between(LONDON, MAY.plusDays(30), MAY.plusDays(60)))
            .parent(AccountId.of("below"), Dated.always(LONDON))
            .build();
    LocalDate inside = MAY.plusDays(40);
    for (AccountId id : List.of(ACME, UK, LONDON)) {
      assertEquals(Optional.empty(), accounts.parent(id, inside));
    }
    assertEquals(Optional.of(ACME), accounts.parent(UK, MAY.plusDays(29)));
    assertEquals(Optional.of(ACME), accounts.parent(UK, MAY.plusDays(60)));
    assertEquals(Optional.of(LONDON), accounts.parent(AccountId.of("below"), inside));
    assertEquals(
        List.of(
            "acme: belongs to itself, in a circle of 3 [2026-05-31, 2026-06-30)",
            "acme-london: belongs to itself, in a circle of 3 [2026-05-31, 2026-06-30)",
            "acme-uk: belongs to itself, in a circle of 3 [2026-05-31, 2026-06-30)"),
        accounts.findings().stream().map(Finding::toString).toList());
  }

  @Test
  void aCircleEndsWithTheFirstOfItsLinks() {
    Accounts accounts =
        Accounts.builder()
            .parent(ACME, Dated.between(UK, MAY.minusDays(9), MAY.plusDays(3)))
            .parent(UK, Dated.from(ACME, MAY))
            .build();
    assertEquals(Optional.of(UK), accounts.parent(ACME, MAY.minusDays(1)));
    assertEquals(Optional.empty(), accounts.parent(UK, MAY.plusDays(2)));
    assertEquals(Optional.of(ACME), accounts.parent(UK, MAY.plusDays(3)));
    assertEquals(
        "acme: belongs to itself, in a circle of 2 [2026-05-01, 2026-05-04)",
        accounts.findings().get(0).toString());
  }

  @Test
  void anAccountMayBeItsOwnParentOnlyByMistake() {
    Accounts accounts =
        Accounts.builder()
            .parent(ACME, Dated.always(ACME))
            .parent(UK, Dated.always(ACME))
            .parent(UK, Dated.always(LONDON))
            .segment(UK, Dated.always("mid"))
            .segment(UK, Dated.always("large"))
            .build();
    assertEquals(Optional.empty(), accounts.parent(ACME, MAY));
    assertEquals(
        List.of(
            "acme: belongs to itself, in a circle of 1 [..., ...)",
            "acme-uk: parent is claimed to be acme and acme-london [..., ...)",
            "acme-uk: segment is claimed to be large and mid [..., ...)"),
        accounts.findings().stream().map(Finding::toString).toList());
  }

  @Test
  void anAccountIsReadAsOfADay() {
    Purchases none = Purchases.builder(MAY, "USD").build();
    Account before = acme().build().account(UK, none);
    assertTrue(before.isNew());
    assertEquals("acme-uk (acme-uk), mid, in acme, new, 0", before.toString());
    Purchases some =
        Purchases.builder(MAY.plusDays(20), "USD")
            .booked(UK, MAY.plusDays(2), Quantity.parse("1200.50"))
            .build();
    Account after = acme().build().account(UK, some);
    assertFalse(after.isNew());
    assertEquals(
        "acme-uk (acme-uk), large, in acme, customer since 2026-05-03, 1,200.5", after.toString());
    assertEquals("Acme (acme), new, 0", acme().build().account(ACME, some).toString());
    assertEquals(
        "account acme must not be a customer later than 2026-05-01, but was since 2026-05-02",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Account(
                        ACME,
                        "Acme",
                        MAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(MAY.plusDays(1)),
                        Quantity.ZERO,
                        Quantity.ZERO))
            .getMessage());
  }

  @Test
  void comesBackFromItsState() {
    Accounts accounts = acme().build();
    assertEquals(accounts, Accounts.of(accounts.state()));
    assertEquals(accounts.hashCode(), Accounts.of(accounts.state()).hashCode());
    assertEquals(accounts.state(), Accounts.of(accounts.state()).state());
    assertNotEquals(accounts, acme().account(UK, "Acme UK").build());
    assertNotEquals(accounts, acme().parent(ACME, Dated.always(AccountId.of("x"))).build());
    assertNotEquals(accounts, acme().segment(UK, Dated.from("x", MAY.plusDays(99))).build());
    assertFalse(accounts.equals((Object) "accounts"));
  }

  @Test
  void refusesWhatIsNoAccount() {
    Accounts.Builder builder = acme();
    assertEquals(
        "account must have one name, but acme has Acme and ACME",
        assertThrows(IllegalArgumentException.class, () -> builder.account(ACME, "ACME"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> builder.account(UK, " "));
    assertThrows(IllegalArgumentException.class, () -> builder.segment(UK, Dated.always(" ")));
    assertEquals("acme: Acme", "acme: " + builder.account(ACME, "Acme").build().name(ACME));
  }
}
