package org.feierabend.verifier;

/** Something in the ledger is not as docs/ledger.md says; the message goes to the reader. */
final class Wrong extends Exception {
  private static final long serialVersionUID = 1L;

  Wrong(String message, Object... values) {
    super(message.formatted(values));
  }
}
