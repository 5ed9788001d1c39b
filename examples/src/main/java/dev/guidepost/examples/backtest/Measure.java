package dev.guidepost.examples.backtest;

import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.outlook.Forecast;
import java.util.Locale;

/** What is forecast. */
enum Measure {
  /** How many deals are won. */
  WINS,
  /** What they bring. */
  BOOKINGS;

  AmountForecast of(Forecast forecast) {
    return this == WINS ? forecast.wins() : forecast.bookings();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
