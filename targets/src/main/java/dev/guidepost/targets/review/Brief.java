package dev.guidepost.targets.review;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.control.Signal;
import dev.guidepost.core.control.Status;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The top of a review: whom to talk with about what, whose data to put right first, whom to praise,
 * and who works as usual. By name, never ranked.
 *
 * <pre>{@code
 * Brief.of(source, east);
 * // talk: Ben (meetings out), Cai (meeting-conversion watch); fix data: Gus; praise: Fay (kept 6
 * // weeks); Ana, Dee, Eli nothing unusual
 * }</pre>
 *
 * @param unit the unit
 * @param talk whom to talk with; unmodifiable
 * @param fix whose records stopped, so that nothing is judged; unmodifiable
 * @param praise whom to praise; unmodifiable
 * @param usual who works as usual, or of whom too little is known; unmodifiable
 */
public record Brief(
    UnitId unit, List<Line> talk, List<Line> fix, List<Line> praise, List<Line> usual) {

  /** How many weeks in a row commitments must be kept to be praised: {@value}. */
  public static final int STREAK = 4;

  private static final int NAMED = 6;

  /**
   * A person, and why.
   *
   * @param person the person
   * @param name what people call the person
   * @param why in a few words; may be empty
   */
  public record Line(PersonId person, String name, String why) {

    /** Returns name and reason, such as {@code "Ben Osei (meetings out)"}. */
    @Override
    public String toString() {
      return why.isEmpty() ? name : name + " (" + why + ")";
    }
  }

  /**
   * Creates a brief; see {@link #of}.
   *
   * @param unit the unit
   * @param talk whom to talk with
   * @param fix whose records stopped
   * @param praise whom to praise
   * @param usual who works as usual
   */
  public Brief {
    talk = ImmutableList.copyOf(talk);
    fix = ImmutableList.copyOf(fix);
    praise = ImmutableList.copyOf(praise);
    usual = ImmutableList.copyOf(usual);
  }

  /**
   * Writes the brief of a unit. One who signals upward, or kept all commitments in the last {@value
   * #STREAK} weeks, is praised; one who signals otherwise is talked with.
   *
   * @param source what it is written from
   * @param unit a unit of the organisation
   * @return the brief
   * @throws IllegalArgumentException if the organisation does not know the unit
   */
  public static Brief of(ReviewSource source, UnitId unit) {
    Evidence evidence = source.evidence();
    Organisation organisation = evidence.organisation();
    organisation.name(unit);
    List<PersonId> people =
        evidence.people().stream()
            .filter(person -> organisation.path(person, evidence.review()).contains(unit))
            .sorted(
                Comparator.comparing((PersonId person) -> organisation.name(person))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Promises promises = new Promises(source, unit, people);
    List<Line> talk = new ArrayList<>();
    List<Line> fix = new ArrayList<>();
    List<Line> praise = new ArrayList<>();
    List<Line> usual = new ArrayList<>();
    for (PersonId person : people) {
      String name = promises.names().of(person);
      Status status = source.board().status(person);
      List<Signal> signals = source.board().of(person);
      int streak = promises.streak(person);
      if (promises.silent(person)) {
        fix.add(new Line(person, name, ""));
      } else if (signals.stream().anyMatch(ReviewWriter::isLow)) {
        talk.add(new Line(person, name, status.reason() + " " + word(status)));
      } else if (!signals.isEmpty()) {
        praise.add(new Line(person, name, signals.get(0).metric() + " up"));
      } else if (streak >= STREAK) {
        praise.add(new Line(person, name, "kept " + streak + " weeks"));
      } else {
        usual.add(new Line(person, name, ""));
      }
    }
    return new Brief(unit, talk, fix, praise, usual);
  }

  private static String word(Status status) {
    return status.word() == Status.Word.OUT ? "out" : "watch";
  }

  /**
   * Returns the brief on one line, such as {@code "talk: Ben (meetings out); fix data: Gus; praise:
   * Fay (kept 6 weeks); Ana, Dee, Eli nothing unusual"}; above six of a kind the others are
   * counted.
   */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("; ");
    add(text, "talk: ", talk);
    add(text, "fix data: ", fix);
    add(text, "praise: ", praise);
    if (!usual.isEmpty()) {
      text.add(named(usual) + " nothing unusual");
    }
    return text.length() == 0 ? "nobody stands in this unit" : text.toString();
  }

  private static void add(StringJoiner text, String word, List<Line> lines) {
    if (!lines.isEmpty()) {
      text.add(word + named(lines));
    }
  }

  private static String named(List<Line> lines) {
    String names =
        lines.stream().limit(NAMED).map(Line::toString).collect(Collectors.joining(", "));
    return names + (lines.size() > NAMED ? " and " + (lines.size() - NAMED) + " more" : "");
  }
}
