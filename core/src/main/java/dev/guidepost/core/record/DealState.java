package dev.guidepost.core.record;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.style.Words;
import java.util.List;

/**
 * A deal as a host keeps it: records, lists and text only. What is absent is an empty list, and a
 * day that is absent an empty text.
 *
 * @param id its id
 * @param name its name; one or none, as all lists without a plural in their name
 * @param account the customer
 * @param product what is offered
 * @param motion such as {@code "new"}
 * @param origin such as {@code "partner"}
 * @param opened the day of opening, such as {@code "2026-11-02"}, empty if it is not known
 * @param recorded the day from whose end on it is on record, such as {@code "2026-11-02"}, empty if
 *     it is the day of opening
 * @param undatedStage the stage in which it stands, if no visit is dated for it
 * @param visits the dated entries into stages
 * @param withdrawals the entries that were taken back
 * @param events what the buyer did
 * @param owners who works it
 * @param amounts what it is worth, such as {@code "450.5"}
 * @param listAmount its price at list
 * @param cost what delivering it costs
 * @param expectedCloses the days on which it is expected to close, such as {@code "2026-11-24"}
 * @param terms such as {@code "12 months from 2026-07-01, 9000 recurring, 0 once"}
 * @param nextSteps such as {@code "demo by 2026-11-24"}
 * @param teams who takes part
 * @param credits who gets which part
 */
public record DealState(
    String id,
    List<String> name,
    List<String> account,
    List<String> product,
    List<String> motion,
    List<String> origin,
    String opened,
    String recorded,
    List<String> undatedStage,
    List<Visit> visits,
    List<Withdrawn> withdrawals,
    List<Event> events,
    List<Noted> owners,
    List<Noted> amounts,
    List<String> listAmount,
    List<String> cost,
    List<Noted> expectedCloses,
    List<Noted> terms,
    List<Noted> nextSteps,
    List<NotedTeam> teams,
    List<NotedCredit> credits) {

  /**
   * An entry into a stage.
   *
   * @param stage the stage's name
   * @param entered the day of entry, such as {@code "2026-11-02"}
   * @param outcome such as {@code "OPEN"}
   * @param known the day it was known, such as {@code "2026-11-02"}
   * @param row its place among those of the same day
   */
  public record Visit(String stage, String entered, String outcome, String known, int row) {}

  /**
   * An entry into a stage that was taken back.
   *
   * @param visit the entry
   * @param known the day it was known that it never was, such as {@code "2026-11-02"}
   */
  public record Withdrawn(Visit visit, String known) {}

  /**
   * What the buyer did.
   *
   * @param event what it is called
   * @param on the day, such as {@code "2026-11-02"}
   * @param known the day it was known, such as {@code "2026-11-02"}
   */
  public record Event(String event, String on, String known) {}

  /**
   * An entry of a history.
   *
   * @param from the first day on which it held, empty if that is the day it was known
   * @param known the day it was known, such as {@code "2026-11-02"}, empty for the value that is
   *     not dated
   * @param row its place among those of the same day
   * @param value the value as text; none if it was taken away
   */
  public record Noted(String from, String known, int row, List<String> value) {
    /**
     * Copies the lists.
     *
     * @param from the first day on which it held
     * @param known the day it was known
     * @param row its place among those of the same day
     * @param value the value as text
     */
    public Noted {
      value = Words.kept("value", value);
    }
  }

  /**
   * An entry of the history of the team.
   *
   * @param from the first day on which it held, empty if that is the day it was known
   * @param known the day it was known, such as {@code "2026-11-02"}, empty for the value that is
   *     not dated
   * @param row its place among those of the same day
   * @param team the team; none if it was taken away
   */
  public record NotedTeam(String from, String known, int row, List<Team> team) {
    /**
     * Copies the lists.
     *
     * @param from the first day on which it held
     * @param known the day it was known
     * @param row its place among those of the same day
     * @param team the team
     */
    public NotedTeam {
      team = Words.kept("team", team);
    }
  }

  /**
   * A team.
   *
   * @param members the members
   */
  public record Team(List<Member> members) {
    /**
     * Copies the list.
     *
     * @param members the members
     */
    public Team {
      members = Words.kept("members", members);
    }
  }

  /**
   * A member of a team.
   *
   * @param role the role
   * @param party the id of the person or unit
   * @param person whether it is a person
   */
  public record Member(String role, String party, boolean person) {}

  /**
   * An entry of the history of credit.
   *
   * @param from the first day on which it held, empty if that is the day it was agreed
   * @param known the day it was agreed, such as {@code "2026-11-02"}, empty for the value that is
   *     not dated
   * @param row its place among those of the same day
   * @param credit the credit; none if it was taken away
   */
  public record NotedCredit(String from, String known, int row, List<Credit.State> credit) {
    /**
     * Copies the lists.
     *
     * @param from the first day on which it held
     * @param known the day it was agreed
     * @param row its place among those of the same day
     * @param credit the credit
     */
    public NotedCredit {
      credit = Words.kept("credit", credit);
    }
  }

  /**
   * Copies the lists.
   *
   * @param id its id
   * @param name its name
   * @param account the customer
   * @param product what is offered
   * @param motion the motion
   * @param origin the origin
   * @param opened the day of opening
   * @param recorded the day from whose end on it is on record
   * @param undatedStage the stage in which it stands
   * @param visits the dated entries into stages
   * @param withdrawals the entries that were taken back
   * @param events what the buyer did
   * @param owners who works it
   * @param amounts what it is worth
   * @param listAmount its price at list
   * @param cost what delivering it costs
   * @param expectedCloses the days on which it is expected to close
   * @param terms for how long the customer is bound
   * @param nextSteps what is to happen next
   * @param teams who takes part
   * @param credits who gets which part
   */
  public DealState {
    name = Words.kept("name", name);
    account = Words.kept("account", account);
    product = Words.kept("product", product);
    motion = Words.kept("motion", motion);
    origin = Words.kept("origin", origin);
    undatedStage = Words.kept("undatedStage", undatedStage);
    visits = Words.kept("visits", visits);
    withdrawals = Words.kept("withdrawals", withdrawals);
    events = Words.kept("events", events);
    owners = Words.kept("owners", owners);
    amounts = Words.kept("amounts", amounts);
    listAmount = Words.kept("listAmount", listAmount);
    cost = Words.kept("cost", cost);
    expectedCloses = Words.kept("expectedCloses", expectedCloses);
    terms = Words.kept("terms", terms);
    nextSteps = Words.kept("nextSteps", nextSteps);
    teams = Words.kept("teams", teams);
    credits = Words.kept("credits", credits);
  }
}
