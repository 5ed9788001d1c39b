package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetingRisksTest {

  /** METHODS A1.5: thirty deals; status 0 open, 1 won, 2 lost. */
  private static final int[] DAYS = {
    12, 20, 25, 33, 33, 40, 47, 52, 58, 61, 70, 75, 80, 88, 95, 101, 110, 120, 130, 150, 15, 30, 45,
    60, 90, 35, 65, 85, 105, 140
  };

  private static final int[] STATUS = {
    1, 2, 1, 1, 2, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 0, 0, 2, 0, 0, 1, 2, 1, 0, 0
  };

  private static CompetingRisks thirty() {
    CompetingRisks.Builder deals = CompetingRisks.builder();
    for (int i = 0; i < DAYS.length; i++) {
      switch (STATUS[i]) {
        case 1 -> deals.won(0, DAYS[i]);
        case 2 -> deals.lost(0, DAYS[i]);
        default -> deals.open(0, DAYS[i]);
      }
    }
    return deals.build();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0",
    "12, 0.966666666666667, 0.0333333333333333, 0",
    "33, 0.825809523809524, 0.103761904761905, 0.0704285714285714",
    "60, 0.639446712018141, 0.214895691609977, 0.145657596371882",
    "75, 0.511557369614512, 0.257525472411187, 0.230917157974301",
    "101, 0.31972335600907, 0.396072260015117, 0.284204383975813",
    "150, 0.170519123204838, 0.54527649281935, 0.284204383975813",
    "9999, 0.170519123204838, 0.54527649281935, 0.284204383975813",
  })
  void followsAalenAndJohansen(int age, double open, double won, double lost) {
    CompetingRisks deals = thirty();
    Expect.close(open, deals.survival(age), 1e-12);
    Expect.close(won, deals.wonBy(age), 1e-12);
    Expect.close(lost, deals.lostBy(age), 1e-12);
    Expect.close(open, deals.undecided(age), 1e-12);
  }

  /** METHODS A1.5: quartiles 47/80/130 and a restricted mean of 81.598882 days. */
  @Test
  void followsKaplanAndMeier() {
    CompetingRisks deals = thirty();
    double mean = 0;
    int[] below = new int[3];
    for (int age = 0; age < 140; age++) {
      mean += deals.survival(age);
      for (int quarter = 0; quarter < 3; quarter++) {
        below[quarter] += deals.survival(age) > 0.75 - 0.25 * quarter ? 1 : 0;
      }
    }
    Expect.close(81.5988820861678, mean, 1e-12);
    assertEquals(47, below[0]);
    assertEquals(80, below[1]);
    assertEquals(130, below[2]);
    assertEquals(150, deals.lastAge());
    assertEquals(29, deals.atRisk(15));
    assertEquals(0, deals.atRisk(151));
  }

  @Test
  void conditionsOnBeingOpen() {
    CompetingRisks deals = thirty();
    Expect.close(deals.wonBy(150), deals.wonBetween(0, 150), 1e-12);
    Expect.close(
        (0.54527649281935 - 0.214895691609977) / 0.639446712018141,
        deals.wonBetween(60, 130),
        1e-12);
    assertEquals(0, deals.wonBetween(130, 500));
    assertEquals(0, deals.wonBetween(60, 60));
    CompetingRisks allWon = CompetingRisks.builder().won(0, 5).build();
    assertEquals(0, allWon.wonBetween(5, 9));
    assertEquals(1, allWon.wonBetween(4, 5));
  }

  @Test
  void countsTheDayOfEntry() {
    CompetingRisks sameDay = CompetingRisks.builder().won(0, 0).open(0, 3).build();
    assertEquals(0.5, sameDay.wonBy(0));
    // One deal seen from its opening, one from its tenth day on and lost on that very day.
    CompetingRisks late = CompetingRisks.builder().open(0, 20).lost(10, 10).won(5, 10).build();
    assertEquals(1, late.atRisk(4));
    assertEquals(3, late.atRisk(10));
    assertEquals(1, late.atRisk(11));
    Expect.close(1.0 / 3, late.lostBy(10), 1e-12);
    Expect.close(1.0 / 3, late.wonBy(10), 1e-12);
    assertEquals(0, late.lostBy(9));
  }

  @Test
  void takesEventsBeforeCensorings() {
    CompetingRisks tie = CompetingRisks.builder().won(0, 7).open(0, 7).build();
    assertEquals(0.5, tie.wonBy(7));
    assertEquals(0.5, tie.survival(7));
  }

  @Test
  void isTheSameFromHistograms() {
    CompetingRisks counted =
        CompetingRisks.of(new long[] {3}, new long[] {0, 1}, new long[0], new long[] {0, 1, 1, 0});
    CompetingRisks built = CompetingRisks.builder().won(0, 1).open(0, 1).open(0, 2).build();
    assertEquals(built, counted);
    assertEquals(built.hashCode(), counted.hashCode());
    assertEquals("CompetingRisks[deals=3, won=1, lost=0, lastAge=2]", counted.toString());
    assertNotEquals(built, thirty());
    assertNotEquals(built, CompetingRisks.builder().lost(0, 1).open(0, 1).open(0, 2).build());
    assertNotEquals(built, CompetingRisks.builder().won(0, 1).open(0, 2).open(0, 2).build());
    assertNotEquals(built, CompetingRisks.builder().won(0, 1).open(0, 1).open(1, 2).build());
    assertNotEquals(built, new Object());
  }

  @Test
  void mergesAsIfCountedInOneGo() {
    CompetingRisks one = CompetingRisks.builder().won(0, 12).open(3, 90).build();
    CompetingRisks two = CompetingRisks.builder().lost(0, 200).build();
    CompetingRisks both = CompetingRisks.builder().won(0, 12).lost(0, 200).open(3, 90).build();
    assertEquals(both, one.merge(two));
    assertEquals(both, two.merge(one));
    assertEquals(one, one.merge(CompetingRisks.builder().build()));
  }

  @Test
  void answersWithoutData() {
    CompetingRisks none = CompetingRisks.builder().build();
    assertEquals(-1, none.lastAge());
    assertEquals(1, none.survival(7));
    assertEquals(0, none.wonBy(7));
    assertEquals(1, none.undecided(7));
    assertEquals(0, none.wonBetween(0, 7));
    assertEquals(0, none.atRisk(0));
  }

  @Test
  void rejectsNonsense() {
    long[] one = {1};
    long[] none = {};
    CompetingRisks deals = thirty();
    Expect.rejected(
        "count must be zero", () -> CompetingRisks.of(new long[] {-1}, none, none, none));
    Expect.rejected("must also exit", () -> CompetingRisks.of(one, none, none, none));
    Expect.rejected("must not outnumber", () -> CompetingRisks.of(none, one, none, none));
    Expect.rejected(
        "must not outnumber", () -> CompetingRisks.of(new long[] {0, 1}, one, none, none));
    Expect.rejected("entryAge must be", () -> CompetingRisks.builder().won(-1, 2));
    Expect.rejected("age must be 3 or more", () -> CompetingRisks.builder().lost(3, 2));
    Expect.rejected("age must be", () -> CompetingRisks.builder().open(3, 2));
    Expect.rejected("age must be", () -> deals.survival(-1));
    Expect.rejected("age must be", () -> deals.atRisk(-1));
    Expect.rejected("age must be", () -> deals.wonBetween(-1, 3));
    Expect.rejected("ageEnd must be 4 or more", () -> deals.wonBetween(4, 3));
  }
}
