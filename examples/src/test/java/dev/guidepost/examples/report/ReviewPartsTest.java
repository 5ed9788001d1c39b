package dev.guidepost.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.targets.review.WeeklyReview;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts that the page is made of. */
class ReviewPartsTest {

  @Test
  void escapesWhatWouldBeMarkupAndWhatNoDocumentMayHold() {
    assertEquals(
        "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp;amp;",
        Html.escape("<a b=\"c\" d='e'> &amp;"));
    assertEquals("a\uFFFDb\uFFFD\uFFFD\uFFFD\tc\n", Html.escape("a\u0000b\u0085\uFFFE\uD800\tc\n"));
    assertEquals("Zo\u00eb \uD83D\uDE00", Html.escape("Zo\u00eb \uD83D\uDE00"));
  }

  @Test
  void stagesThatShareALineHaveARowEach() {
    String html =
        SectionHtml.lines(
            new WeeklyReview.Section(
                "PIPELINE",
                List.of(
                    " Discovery  23 [17, 29]  23       Buyer test 19 [14, 25]  8 short",
                    " Decision   9 [5, 13]  7",
                    " Live: 74 deals")),
            Set.of());
    assertEquals(3, html.split("<th scope", -1).length - 1, html);
    assertTrue(
        html.contains(
            "Buyer test</th><td data-label=\"needed\">19</td><td data-label=\"band\">[14,"
                + " 25]</td><td data-label=\"live\">8 short</td>"),
        html);
    assertTrue(html.contains("<li><strong>Live:</strong> 74 deals</li>"), html);
  }

  @Property(tries = 300)
  void noTextIsMarkup(@ForAll String text) {
    String escaped = Html.escape(text);
    assertTrue(escaped.chars().noneMatch(c -> c == '<' || c == '>' || c == '"' || c == '\''));
    assertEquals(
        text.codePoints().count(), escaped.replaceAll("&[^;]+;", "x").codePoints().count());
  }

  @ParameterizedTest
  @CsvSource({"0.5,1", "1,1", "1.2,2", "2.5,5", "7,10", "11,20", "30,50", "51,100", "900,1000"})
  void axesHaveRoundSteps(double least, double step) {
    assertEquals(step, Svg.niceStep(least));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 %",
    "0.001,&lt;1 %",
    "0.004,&lt;1 %",
    "0.006,1 %",
    "0.35,35 %",
    "0.996,&gt;99 %",
    "1,100 %"
  })
  void almostNeverIsNotNever(double chance, String text) {
    assertEquals(text, PlanHtml.percent(chance));
  }

  @Test
  void aSectionIsATableTermsAndAList() {
    WeeklyReview.Section section =
        new WeeklyReview.Section(
            "PLAN  (proposed)",
            List.of(
                "               opp   adv  own  status",
                " Ana             1     2    3  in control",
                " Cover: live / rest",
                " advance A & B",
                " why     goal 10",
                "         likely: 5 %",
                " no more is said"));
    assertEquals(
        "<h2>PLAN</h2><p class=\"note\">proposed</p>\n", SectionHtml.title(section.title()));
    String html = SectionHtml.lines(section, Set.of());
    assertTrue(html.contains("<th scope=\"row\">Ana</th><td data-label=\"opp\">1</td>"), html);
    assertTrue(html.contains("<li><strong>Cover:</strong> live / rest</li>"), html);
    assertTrue(html.contains("<dt>advance</dt><dd>A &amp; B</dd>"), html);
    assertTrue(html.contains("<dt>why</dt><dd>goal 10</dd>\n<dd>likely: 5 %</dd>"), html);
    assertTrue(html.contains("<li>no more is said</li>"), html);
    assertEquals(-1, SectionHtml.lines(section, Set.of("advance")).indexOf("A &amp; B"));
  }

  @Test
  void whoOwesWhatAndWhatIsHardToFollowAreListsWithTheWordInFront() {
    String html =
        SectionHtml.lines(
            new WeeklyReview.Section(
                "AGREED, DONE, NEXT  (by name, not ranked)",
                List.of(
                    " Answer owed: Dana to Ana since 2026-10-07 on bookings 2026-Q4: 240,000 (two <b>)",
                    " Unclear: Ana Brandt: 4 result goals: [a, b, c, d] -> keep 3 [too-many-result-goals]")),
            Set.of());
    assertEquals(
        "<ul>\n<li><strong>Answer owed:</strong> Dana to Ana since 2026-10-07 on bookings 2026-Q4: 240,000"
            + " (two &lt;b&gt;)</li>\n<li><strong>Unclear:</strong> Ana Brandt: 4 result goals: [a, b, c, d]"
            + " -&gt; keep 3 [too-many-result-goals]</li>\n</ul>\n",
        html);
  }

  @Test
  void joinsWhatWasBrokenForItsWidth() {
    WeeklyReview.Section section =
        new WeeklyReview.Section("X", List.of(" Ana: " + "one two ".repeat(30).strip(), " next"));
    assertTrue(section.lines().size() > 2, section.toString());
    assertEquals(
        "<ul>\n<li><strong>Ana:</strong> "
            + "one two ".repeat(30).strip()
            + "</li>\n<li>next</li>\n</ul>\n",
        SectionHtml.lines(section, Set.of()));
  }

  @Test
  void rowsThatDoNotLineUpStayAsTheyAre() {
    WeeklyReview.Section section =
        new WeeklyReview.Section("X", List.of(" a  <b>  c  d", " aaaa   b   c   d"));
    String html = SectionHtml.lines(section, Set.of());
    assertTrue(html.contains("<pre> a  &lt;b&gt;  c  d\n aaaa   b   c   d</pre>"), html);
  }
}
