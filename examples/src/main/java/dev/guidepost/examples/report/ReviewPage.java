package dev.guidepost.examples.report;

import dev.guidepost.targets.review.SignalBoard;
import dev.guidepost.targets.review.WeeklyReview;

/** The review as a page. */
public final class ReviewPage {

  private ReviewPage() {}

  /**
   * Returns the page.
   *
   * @param review the review
   * @param board all signals, with their charts
   * @return HTML
   */
  public static String html(WeeklyReview review, SignalBoard board) {
    return "<pre>" + review.print() + board;
  }
}
