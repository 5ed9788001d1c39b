package dev.guidepost.examples.crm;

/** An import cannot be done at all; the message is for the person who asked for it. */
public final class ImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message which file or key is meant, what must hold and what was found
   */
  public ImportException(String message) {
    super(message);
  }
}
