package org.feierabend.intake;

/** The database does not answer: try again later, nothing that was acknowledged is lost. */
public final class StoreAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreAway(String message, Throwable cause) {
    super(message, cause);
  }
}
