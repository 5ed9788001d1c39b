package dev.guidepost.examples.backtest;

import java.time.LocalDate;
import java.util.Map;

/**
 * The chance of one open deal, by everybody who gave one, and whether it was won.
 *
 * @param group what kind of company it is
 * @param block the company and the quarter that was forecast
 * @param company the company
 * @param asOf the last day known
 * @param kind rest of the quarter or next quarter
 * @param age its age in days
 * @param won whether it was won on the days that were forecast
 * @param chances the chances
 */
record DealRow(
    Group group,
    String block,
    String company,
    LocalDate asOf,
    Subject.Kind kind,
    int age,
    boolean won,
    Map<Forecaster, Double> chances) {}
