package dev.guidepost.targets.outlook;

import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What forecasts consider. All of it, unless somebody wants to see what a part of it is worth: the
 * forecast without it, against the same days, tells.
 *
 * <pre>{@code
 * Considered.ALL.without(Considered.Part.AGE); // all but age
 * }</pre>
 *
 * @param parts what is considered; unmodifiable, in order of the enum
 */
public record Considered(Set<Part> parts) {

  /** One thing that forecasts consider. */
  public enum Part {
    /** That open deals may still be won: without it, rates and ages are those of closed deals. */
    CENSORING,
    /** How old a deal is: without it, one day is as likely as another, and no deal is stale. */
    AGE,
    /** The week of the quarter: without it, every week is alike. */
    SEASON,
    /** What the person's own deals bring: without it, new deals bring what everybody's do. */
    OWN_SIZES,
    /** The record of others: without it, yields and creation are the person's own alone. */
    POOLING
  }

  /** All of it. */
  public static final Considered ALL = new Considered(EnumSet.allOf(Part.class));

  /**
   * Creates what is considered.
   *
   * @param parts what is considered
   */
  public Considered {
    parts = Sets.immutableEnumSet(parts);
  }

  /**
   * Returns the same without a part.
   *
   * @param part what is left out
   * @return what is considered then
   */
  public Considered without(Part part) {
    return new Considered(parts.stream().filter(one -> one != part).collect(Collectors.toSet()));
  }

  /**
   * Tells whether a part is considered.
   *
   * @param part the part
   * @return false if it is left out
   */
  public boolean has(Part part) {
    return parts.contains(part);
  }

  /** Returns what is considered in words, such as {@code "all but age"}. */
  @Override
  public String toString() {
    String left =
        EnumSet.allOf(Part.class).stream()
            .filter(part -> !has(part))
            .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    return left.isEmpty() ? "all" : "all but " + left;
  }
}
