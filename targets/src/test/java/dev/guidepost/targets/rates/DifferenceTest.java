package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  /** By hand: 30 and 50 of 100 give a statistic of 25/3, 1 degree of freedom: p = .003892. */
  @Test
  void testsAllTogether() {
    Difference found =
        new Trials()
            .person("a", "company", 30, 100)
            .person("b", "company", 50, 100)
            .person("none", "company", 0, 0)
            .difference();
    assertEquals(2, found.people());
    assertEquals(Ratio.of(80, 200), found.common());
    assertEquals(.3, found.lowest());
    assertEquals(.5, found.highest());
    assertEquals(.003892417122778627, found.pValue().orElseThrow(), 1e-9);
    assertTrue(found.beyondChance());
    assertEquals(List.of(), found.outside(), "each alone is within its own limits");
    assertTrue(found.toString().startsWith("2 sellers, 30 % to 50 %"));
    assertTrue(found.toString().contains("(p = .004)"), found.toString());
  }

  @Test
  void namesThoseOutsideTheirOwnLimits() {
    Trials trials = new Trials();
    for (int i = 0; i < 9; i++) {
      trials.person("p" + i, "company", 24 + i % 3, 100);
    }
    Difference found =
        trials.person("high", "company", 60, 100).person("few", "company", 3, 3).difference();
    assertEquals(List.of(PersonId.of("high")), found.outside());
    assertTrue(found.beyondChance());
    assertEquals(1, found.highest(), "3 of 3, which chance gives once in 50 times");
  }

  @Test
  void saysWhenNobodyDiffers() {
    Trials trials = new Trials();
    for (int i = 0; i < 5; i++) {
      trials.person("p" + i, "company", 10, 40);
    }
    Difference found = trials.difference();
    assertEquals(Optional.of(1.0), found.pValue());
    assertFalse(found.beyondChance());
    assertTrue(found.toString().contains("(p > .99)"), found.toString());
  }

  @Test
  void doesNotTestOneOrNobody() {
    Difference one = new Trials().person("a", "company", 3, 10).difference();
    assertEquals(1, one.people());
    assertTrue(one.pValue().isEmpty());
    assertFalse(one.beyondChance());
    assertEquals("1 seller: not enough data to compare", one.toString());
    Difference none = new Trials().person("a", "company", 0, 0).difference();
    assertEquals(0, none.people());
    assertEquals(0, none.lowest());
    assertEquals(0, none.highest());
    assertEquals(Ratio.of(0, 0), none.common());
  }

  @Test
  void takesAllWonAndAllLost() {
    for (long won : new long[] {0, 9}) {
      Difference found =
          new Trials().person("a", "company", won, 9).person("b", "company", won, 9).difference();
      assertEquals(2, found.people());
      assertTrue(found.pValue().isEmpty(), "there is nothing to test");
      assertEquals(List.of(), found.outside());
    }
  }
}
