package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.Credibility.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredibilityTest {

  /** METHODS A1.2: Hachemeister 1975, five states by twelve quarters. */
  private static final double[][] CLAIMS = {
    {1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517},
    {1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471},
    {1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059},
    {1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306},
    {1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690},
  };

  private static final double[][] WEIGHTS = {
    {7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077},
    {1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861},
    {1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121},
    {407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342},
    {2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425},
  };

  private static List<Evidence> states() {
    List<Evidence> states = new ArrayList<>();
    for (int i = 0; i < CLAIMS.length; i++) {
      states.add(Evidence.of(CLAIMS[i], WEIGHTS[i]));
    }
    return states;
  }

  private static void assertHachemeister(Credibility fit, double relative) {
    Expect.close(1683.71343704728, fit.collectiveMean(), relative);
    Expect.close(139120025.925285, fit.withinVariance(), relative);
    Expect.close(89638.7262327551, fit.betweenVariance(), relative);
    Expect.close(0.984740401933337, fit.factors().get(0), relative);
    double[] premiums = {
      2055.16535006492, 1523.70627801246, 1793.44360368128, 1442.966549016, 1603.28540446174
    };
    for (int i = 0; i < premiums.length; i++) {
      Expect.close(premiums[i], fit.premiums().get(i), relative);
    }
  }

  @Test
  void reproducesHachemeister() {
    assertHachemeister(Credibility.fit(states()).orElseThrow(), 1e-11);
  }

  @Test
  void mergesRecordsBeforeEstimating() {
    List<Evidence> merged = new ArrayList<>();
    for (int i = 0; i < CLAIMS.length; i++) {
      Evidence all = Evidence.ofSums(0, 0, 0, 0);
      for (int t = 0; t < CLAIMS[i].length; t++) {
        double w = WEIGHTS[i][t];
        double x = CLAIMS[i][t];
        all = all.merge(Evidence.ofSums(1, w, w * x, w * x * x));
      }
      merged.add(all);
    }
    assertHachemeister(Credibility.fit(merged).orElseThrow(), 1e-9);
  }

  @Test
  void givesNewcomersTheCollectiveMean() {
    List<Evidence> units = states();
    units.add(Evidence.of(new double[] {5}, new double[] {0}));
    Credibility fit = Credibility.fit(units).orElseThrow();
    assertHachemeister(fit, 1e-11);
    assertEquals(0, fit.factors().get(5));
    assertEquals(fit.collectiveMean(), fit.premiums().get(5));
  }

  @Test
  void poolsUnitsThatDoNotDiffer() {
    double[] ones = {1, 1};
    Credibility fit =
        Credibility.fit(
                List.of(
                    Evidence.of(new double[] {1, 9}, ones), Evidence.of(new double[] {2, 8}, ones)))
            .orElseThrow();
    assertEquals(0, fit.betweenVariance());
    assertEquals(List.of(0.0, 0.0), fit.factors());
    assertEquals(List.of(5.0, 5.0), fit.premiums());
    Credibility single =
        Credibility.fit(List.of(Evidence.of(new double[] {1, 3}, ones))).orElseThrow();
    assertEquals(2, single.premiums().get(0));
  }

  @Test
  void saysWhenThereIsNotEnough() {
    assertTrue(Credibility.fit(List.of()).isEmpty());
    Evidence once = Evidence.of(new double[] {3}, new double[] {1});
    assertTrue(Credibility.fit(List.of(once, once)).isEmpty());
  }

  @Test
  void rejectsNonsense() {
    double[] one = {1};
    Expect.rejected("value must be finite", () -> Evidence.of(new double[] {Double.NaN}, one));
    Expect.rejected("weight must be zero", () -> Evidence.of(one, new double[] {-1}));
    Expect.rejected("as many entries", () -> Evidence.of(one, new double[2]));
    Expect.rejected("weightedSquares must", () -> Evidence.ofSums(1, 1, 1, -1));
    Expect.rejected("observations must", () -> new Evidence(-1, 1, 1, 1));
    Expect.rejected("factor must lie", () -> new Credibility(List.of(2.0), 1, 1, 1, List.of(1.0)));
    Expect.rejected("as many entries", () -> new Credibility(List.of(), 1, 1, 1, List.of(1.0)));
    Expect.rejected(
        "premium must be finite",
        () -> new Credibility(List.of(1.0), 1, 1, 1, List.of(Double.NaN)));
  }
}
