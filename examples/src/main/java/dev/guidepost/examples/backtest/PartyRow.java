package dev.guidepost.examples.backtest;

import java.time.LocalDate;
import java.util.Map;

/**
 * A forecast of one person or unit, by everybody who made one, and what happened.
 *
 * @param group what kind of company it is
 * @param block the company and the quarter that was forecast: what may go together
 * @param company the company
 * @param asOf the last day known
 * @param kind rest of the quarter or next quarter
 * @param level person, or the level of the unit
 * @param measure what was forecast
 * @param actual what happened
 * @param marks how good each forecast was
 */
record PartyRow(
    Group group,
    String block,
    String company,
    LocalDate asOf,
    Subject.Kind kind,
    String level,
    Measure measure,
    double actual,
    Map<Forecaster, Marks> marks) {}
