package dev.guidepost.examples.backtest;

import dev.guidepost.targets.outlook.Considered;
import java.util.Optional;

/** Who forecasts: the library, the library without a part of what it considers, and peers. */
enum Forecaster {
  /** The library, with new business at the recent rate: its outlook. */
  GUIDEPOST("Guidepost"),
  /** The same with nothing new: the first of the three numbers. */
  NOTHING_NEW("without new business"),
  /** Without censoring. */
  NO_CENSORING("without censoring", Considered.Part.CENSORING),
  /** Without the ages of deals. */
  NO_AGE("without age", Considered.Part.AGE),
  /** Without the week of the quarter. */
  NO_SEASON("without season", Considered.Part.SEASON),
  /** Without the person's own deal sizes. */
  NO_OWN_SIZES("without own sizes", Considered.Part.OWN_SIZES),
  /** Without the record of others. */
  NO_POOLING("without pooling", Considered.Part.POOLING),
  /** With a common shock, which the library leaves out unless asked for it. */
  SHOCK("with a shock of 20 %"),
  /** Open deals by the share of closed deals of their stage that were won. */
  STAGE_WEIGHTED("stage-weighted"),
  /** A third of what is open. */
  OPEN_THIRD("open/3"),
  /** The same days of last quarter repeated. */
  LAST_QUARTER("last quarter"),
  /** Everybody at the company's rates: wins a deal and day, new deals a person and day. */
  COMPANY_RATE("company rate"),
  /** The mean of the other quarters. */
  CONSTANT("constant");

  /** The standard deviation of the logarithm of the common factor of {@link #SHOCK}. */
  static final double DEVIATION = 0.20;

  private final String text;
  private final Optional<Considered.Part> without;

  Forecaster(String text) {
    this.text = text;
    this.without = Optional.empty();
  }

  Forecaster(String text, Considered.Part without) {
    this.text = text;
    this.without = Optional.of(without);
  }

  /** Returns what is considered. */
  Considered considered() {
    return without.map(Considered.ALL::without).orElse(Considered.ALL);
  }

  /** Tells whether it is the library without a part of what it considers. */
  boolean isWithoutPart() {
    return without.isPresent();
  }

  @Override
  public String toString() {
    return text;
  }
}
