package dev.guidepost.examples.tour;

/** Walks through what Guidepost does and prints what a user would see. */
public final class Tour {
  private Tour() {}

  /**
   * Runs the tour.
   *
   * @param args not used; the tour is set by the system properties {@code tour.*}
   */
  public static void main(String[] args) {
    System.out.println("Guidepost tour, output to " + System.getProperty("tour.out", "nowhere"));
  }
}
