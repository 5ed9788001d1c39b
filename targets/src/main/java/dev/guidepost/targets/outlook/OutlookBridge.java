package dev.guidepost.targets.outlook;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Why the outlook of a person or unit is not what it was: from the total that was expected on one
 * day to the one that is expected on a later day, in steps that add up exactly.
 *
 * <p>A step is what one deal, one person's creation or a correction made of the total. Chances go
 * by age, so a deal that is pushed loses what its age takes from it, whatever day was written down;
 * it stands under its event, as that is what one can talk about.
 *
 * <pre>{@code
 * OutlookBridge bridge = hindsight.since(lastWeek, east);
 * bridge;            // -62k: created +23k (4), lost -14k (1), pushed -71k (3)
 * bridge.explain();  // 1,406,000 before, every kind with what it made, 1,344,000 in all
 * }</pre>
 *
 * @param party the person or unit
 * @param name what people call it
 * @param period the period of both outlooks
 * @param from the as-of day of the first outlook
 * @param to the as-of day of the last
 * @param before the total that was expected first
 * @param after the total that is expected last
 * @param steps what made the difference, in the order of the kinds, the largest first; unmodifiable
 */
public record OutlookBridge(
    PartyId party,
    String name,
    Period period,
    LocalDate from,
    LocalDate to,
    Quantity before,
    Quantity after,
    List<Step> steps) {

  private static final double SHORT = 10_000;

  /** Why something changed; in the order in which they are read. */
  public enum Kind {
    /** A deal is new on record, whatever became of it since. */
    CREATED,
    /** A deal was won: what it brought beyond what was expected of it. */
    WON,
    /** A deal was won before the period began, and so is no more expected in it. */
    WON_BEFORE,
    /** A deal was lost. */
    LOST,
    /** A deal had been lost and is open or won. */
    REOPENED,
    /** A deal is to close later, and no more in the period. */
    PUSHED,
    /** A deal is to close earlier, and now in the period. */
    PULLED_IN,
    /** A deal is worth more or less. */
    AMOUNT,
    /** A deal became older than any that was won, and counts as 0. */
    STALE,
    /**
     * A deal is as likely as its age and all that was learned since make it; so are those that a
     * person is still to create.
     */
    CHANCE,
    /** Deals won since taught what others are worth: those without a price, or to be created. */
    SIZE,
    /**
     * Days are over on which a person was expected to create something, created or not: never more
     * than 0.
     */
    PASSED,
    /** A person creates more or less than before. */
    CREATION,
    /** A deal or a person came here or went elsewhere. */
    MOVED,
    /** What is booked changed otherwise: a win was taken back, dated or credited anew. */
    CORRECTED,
    /** What whole units of money leave over. */
    ROUNDING;

    /** Returns how people call it, such as {@code "pulled in"}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * What one thing made of the total.
   *
   * @param kind why
   * @param subject the deal or person, as people call it
   * @param effect how much the outlook is higher for it
   */
  public record Step(Kind kind, String subject, Quantity effect) {

    /**
     * Creates a step.
     *
     * @param kind why
     * @param subject the deal or person
     * @param effect how much the outlook is higher for it
     */
    public Step {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(effect, "effect");
    }

    /** Returns it on one line, such as {@code "lost Marn Works (d2): -14,000"}. */
    @Override
    public String toString() {
      return kind + " " + subject + ": " + signed(effect);
    }
  }

  /**
   * Creates a bridge.
   *
   * @param party the person or unit
   * @param name what people call it
   * @param period the period of both outlooks
   * @param from the as-of day of the first outlook
   * @param to the as-of day of the last
   * @param before the total that was expected first
   * @param after the total that is expected last
   * @param steps what made the difference
   * @throws IllegalArgumentException if the steps do not add up to the difference
   */
  public OutlookBridge {
    steps =
        steps.stream()
            .sorted(
                (one, other) ->
                    one.kind() != other.kind()
                        ? one.kind().compareTo(other.kind())
                        : Double.compare(
                            Math.abs(other.effect().toDouble()), Math.abs(one.effect().toDouble())))
            .collect(ImmutableList.toImmutableList());
    Quantity sum = before;
    for (Step step : steps) {
      sum = sum.plus(step.effect());
    }
    if (!sum.equals(after)) {
      throw new IllegalArgumentException(
          "steps must add up to " + after + ", but came from " + before + " to " + sum);
    }
  }

  /**
   * Returns how much higher the outlook is.
   *
   * @return after less before
   */
  public Quantity difference() {
    return after.minus(before);
  }

  /**
   * Returns the steps of a kind.
   *
   * @param kind the kind
   * @return the steps, the largest first; unmodifiable
   */
  public List<Step> of(Kind kind) {
    return steps.stream()
        .filter(step -> step.kind() == kind)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns what a kind made of the outlook.
   *
   * @param kind the kind
   * @return the sum of its steps
   */
  public Quantity effect(Kind kind) {
    Quantity sum = Quantity.ZERO;
    for (Step step : of(kind)) {
      sum = sum.plus(step.effect());
    }
    return sum;
  }

  private List<Kind> kinds() {
    return Arrays.stream(Kind.values()).filter(kind -> !of(kind).isEmpty()).toList();
  }

  /**
   * Returns the later total as the earlier one and what each kind made of it.
   *
   * @return the explanation, which adds up exactly; each part names its largest step
   */
  public Explanation explain() {
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part("before", before, "expected on " + from));
    for (Kind kind : kinds()) {
      List<Step> all = of(kind);
      String note =
          kind == Kind.ROUNDING
              ? "to whole units"
              : all.get(0).subject()
                  + (all.size() == 1 ? "" : " and " + (all.size() - 1) + " more");
      parts.add(new Explanation.Part(kind.toString(), effect(kind), note));
    }
    return Explanation.of(
        "Outlook of " + name + ", " + period.label() + ", from " + from + " to " + to, parts);
  }

  /**
   * Returns the kinds as a table between both totals.
   *
   * @return the table, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table =
        TextTable.builder(
            "Outlook of " + name + ", " + period.label() + ", from " + from + " to " + to,
            ">steps",
            ">effect");
    table.row("before", "", before.print());
    for (Kind kind : kinds()) {
      table.row(kind.toString(), "" + of(kind).size(), signed(effect(kind)));
    }
    return table.row("after", "", after.print()).build().toString();
  }

  /**
   * Returns difference and kinds on one line, such as {@code "-62k: created +23k (4), lost -14k
   * (1), pushed -71k (3)"}; {@code "no change"} if nothing changed.
   */
  @Override
  public String toString() {
    String all =
        kinds().stream()
            .filter(kind -> kind != Kind.ROUNDING)
            .map(kind -> kind + " " + brief(effect(kind)) + " (" + of(kind).size() + ")")
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "no change" : brief(difference()) + ": " + all;
  }

  /**
   * Returns difference and the kinds that made most of it on one line, those of more first.
   *
   * @param limit how many kinds, 1 or more
   * @return such as {@code "-62k: pushed -71k (3), created +23k (4), other -14k"}
   * @throws IllegalArgumentException if the limit is below 1
   */
  public String summarize(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, but was " + limit);
    }
    List<Kind> all =
        kinds().stream()
            .sorted(
                Comparator.comparingDouble((Kind kind) -> -Math.abs(effect(kind).toDouble()))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    if (all.isEmpty()) {
      return "no change";
    }
    List<Kind> first = all.subList(0, Math.min(limit, all.size()));
    Quantity other = difference();
    StringJoiner text = new StringJoiner(", ", brief(difference()) + ": ", "");
    for (Kind kind : first) {
      text.add(kind + " " + brief(effect(kind)) + " (" + of(kind).size() + ")");
      other = other.minus(effect(kind));
    }
    return other.signum() == 0 ? text.toString() : text.add("other " + brief(other)).toString();
  }

  private static String brief(Quantity amount) {
    return Math.abs(amount.toDouble()) >= SHORT
        ? String.format(Locale.ROOT, "%+,.0fk", amount.toDouble() / 1000)
        : signed(amount);
  }

  private static String signed(Quantity amount) {
    return (amount.signum() > 0 ? "+" : "") + amount.print();
  }
}
