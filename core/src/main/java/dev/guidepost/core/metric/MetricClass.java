package dev.guidepost.core.metric;

/** What kind of thing a metric measures: activities can be managed, results only measured. */
public enum MetricClass {
  /** What a person does: calls, meetings. Can be managed. */
  ACTIVITY,
  /** What activities bring about: opportunities, conversion. Can be influenced. */
  OBJECTIVE,
  /** What comes of it all: wins, bookings. Can only be measured. */
  RESULT
}
