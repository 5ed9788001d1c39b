package dev.guidepost.examples.crm;

/** Why a record is not taken; becomes a counted reject. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String column;
  private final String value;
  private final String reason;

  /**
   * Creates a refusal.
   *
   * @param column the column as the export calls it, empty for the whole record
   * @param value what was given
   * @param reason what must hold
   */
  Refusal(String column, String value, String reason) {
    super(reason, null, false, false);
    this.column = column;
    this.value = value;
    this.reason = reason;
  }

  String column() {
    return column;
  }

  String value() {
    return value;
  }

  String reason() {
    return reason;
  }
}
