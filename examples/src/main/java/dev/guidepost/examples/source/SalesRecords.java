package dev.guidepost.examples.source;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a source knows of a company's selling, as of a day.
 *
 * @param title what the source calls itself, on one line
 * @param asOf the last day it knows of, included
 * @param observedFrom the first day on which closings were recorded
 * @param currency the code of the currency of all amounts
 * @param moneyScale the number of decimals of amounts
 * @param organisation who belongs where, and when
 * @param deals the deals; unmodifiable
 * @param activities the activities; empty if the source has none; unmodifiable
 * @param targets the targets; empty if the source has none; unmodifiable
 * @param commitments what was agreed by week; empty if the source has none; unmodifiable
 * @param availability who works when; everybody Monday to Friday if the source has neither holidays
 *     nor leave
 * @param arrangements roles, goals and what people said to each other, if the source knows it
 * @param offered how many records were read, rejected ones included
 * @param rejects the records that were not taken; unmodifiable
 * @param notes what stands in records that were taken and is not used, as other records say
 *     something else; unmodifiable
 */
public record SalesRecords(
    String title,
    LocalDate asOf,
    LocalDate observedFrom,
    String currency,
    int moneyScale,
    Organisation organisation,
    List<Deal> deals,
    List<Activity> activities,
    List<Target> targets,
    List<Commitment> commitments,
    Availability availability,
    Optional<Arrangements> arrangements,
    long offered,
    List<Reject> rejects,
    List<Note> notes) {

  /**
   * A record, or part of one, that was not taken.
   *
   * @param file the file it stands in
   * @param line the line on which the record starts, counted from 1; 0 where it is the whole file
   * @param column the column, empty where it is the whole record
   * @param value what was given, shortened
   * @param reason what must hold
   */
  public record Reject(String file, long line, String column, String value, String reason) {}

  /**
   * A value of a record that was taken, which other records contradict.
   *
   * @param file the file it stands in
   * @param line the line on which the record starts, counted from 1
   * @param column the column
   * @param value what was given, shortened
   * @param reason what holds in its place
   */
  public record Note(String file, long line, String column, String value, String reason) {}

  /** Copies the lists. */
  public SalesRecords {
    deals = ImmutableList.copyOf(deals);
    activities = ImmutableList.copyOf(activities);
    targets = ImmutableList.copyOf(targets);
    commitments = ImmutableList.copyOf(commitments);
    rejects = ImmutableList.copyOf(rejects);
    notes = ImmutableList.copyOf(notes);
    Objects.requireNonNull(arrangements, "arrangements");
  }

  /**
   * Returns how many records were taken.
   *
   * @return offered less rejected
   */
  public long accepted() {
    return offered - rejects.size();
  }

  /** Returns title, as-of day and sizes on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, as of %s: %,d deals, %,d activities, %,d targets, %,d commitments; %,d of %,d records"
            + " rejected, %,d notes",
        title,
        asOf,
        deals.size(),
        activities.size(),
        targets.size(),
        commitments.size(),
        rejects.size(),
        offered,
        notes.size());
  }
}
