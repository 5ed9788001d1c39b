package dev.guidepost.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The first questions of an analyst in JShell, on the generated company and on a real export. */
class QuestionsTest {
  private static final Path QUESTIONS = Session.SCRIPTS.resolve("questions.jsh");
  private static final Path TRANSCRIPT = Path.of("src/test/resources/docs/questions.txt");

  @Test
  void aGeneratedCompanyAnswers() throws IOException {
    Golden.check(TRANSCRIPT, Session.generated().transcript(Files.readString(QUESTIONS)));
  }

  @Test
  void whatIsReadyReadsWell() {
    for (String ready :
        List.of(
            "records",
            "analysis",
            "ledger",
            "cube",
            "organisation",
            "evidence",
            "planner",
            "health",
            "company")) {
      String shown = one(Session.generated(), ready);
      assertTrue(shown.matches("[A-Za-z0-9].{3,300}") && !shown.contains("@"), shown);
    }
  }

  @Test
  void namesStandForOneOrAreRefused() {
    Session session = Session.generated();
    assertEquals("\"team\"", one(session, "organisation.level(unit(\"Central\"))"));
    assertEquals("kofi-mensah", one(session, "person(\"Kofi Mensah\")"));
    assertEquals("quarter 2026-Q4 [2026-10-01, 2027-01-01)", one(session, "period(\"2026-Q4\")"));
    String nobody =
        assertThrows(AssertionError.class, () -> session.run("person(\"Nobody\")")).getMessage();
    assertTrue(nobody.contains("must be the id or name of one person"), nobody);
    String two =
        assertThrows(AssertionError.class, () -> session.run("person(\"Ana Brandt\")"))
            .getMessage();
    assertTrue(two.contains("[ana-brandt, ana-brandt-2]"), two);
  }

  @Test
  void aRealExportAnswersTheTruth() throws IOException {
    Path data =
        Path.of(System.getProperty("guidepost.shared", "none"), "data", "crm-sales-opportunities");
    if (!Files.isDirectory(data)) {
      Assumptions.abort("shared data absent: the sample of sales opportunities");
    }
    Map<String, String> settings =
        Map.of(
            "tour.data",
            data.toString(),
            "tour.mapping",
            "src/main/mappings/crm-sales-opportunities.properties");
    try (Session session = Session.open(settings)) {
      List<String> answers =
          session.run(Files.readString(QUESTIONS)).stream()
              .map(Session.Answer::value)
              .filter(value -> !value.isEmpty())
              .toList();
      assertEquals(
          List.of(
              "8,800 deals, 30 of 35 sellers; open deals without amount 2,089, without date 500;"
                  + " quotas 0, activities 0; 1,291 stale",
              "year 2017 [2017-01-01, 2018-01-01)",
              "10,005,534 USD (4,238 won deals; 0 rejected)",
              "63.2 % of closed (4,238 of 6,711); 47.3 % of opened 03-01 to 08-15 (2,273 of 4,806;"
                  + " 22.6 % undecided)",
              "30 sellers, 55 % to 70 %: no difference beyond chance (p = .26); do not compare",
              "30 sellers, 40 % to 63 %: p = .004, wholly from 3 without a single undecided deal"
                  + " (the other 27: p = .37): open deals, not skill; do not compare",
              "298 of 1,589 dated open deals, 0.69M of 3.89M at list; the rest older than any deal"
                  + " that was won (138 days): 0"),
          answers.subList(0, 7));
      String plan = one(session, "planner.plan(seller)");
      assertTrue(
          plan.matches("\\d+ % likely, \\d+ % with plan; .*create \\d+ \\(usual .*\\)"), plan);
      String needed = one(session, "winYield(seller).needed(10, 0.90).compareWith(3)");
      assertTrue(
          needed.matches(
              "\\d+ \\(\\d\\.\\d a win\\); 3 a win gives \\d+ %; \\d+ % \\[\\d+, \\d+\\], \\d+ % own"),
          needed);
      assertEquals(
          "true", one(session, "cells.facts(BOOKINGS).size() == cells.facts(WINS).size()"));
      assertEquals(
          one(session, "cells.get(BOOKINGS).value(0).get()"),
          one(
              session,
              "cells.facts(BOOKINGS).stream().map(f -> f.amount().toBigDecimal())"
                  + ".reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)"));
      String fact = one(session, "cells.facts(BOOKINGS).get(0)");
      assertTrue(
          fact.matches("2017-1[012]-\\d\\d .* bookings \\d+ \\{product=.*} \\(deal \\w+\\)"), fact);
    }
  }

  private static String one(Session session, String snippet) {
    return session.run(snippet).get(0).value();
  }
}
