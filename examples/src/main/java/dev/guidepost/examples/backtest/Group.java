package dev.guidepost.examples.backtest;

/** What kind of company is looked at. */
enum Group {
  /** Generated, obeying what models of selling assume. */
  OBEYING("generated, obeying"),
  /** Generated, breaking it: growth and a shock, or a new process in the middle. */
  BREAKING("generated, breaking"),
  /** The sample of a CRM. */
  REAL("real data");

  private final String text;

  Group(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
