package org.feierabend.verifier;

/** Something in the ledger is not as docs/ledger.md says; the message goes to the reader. */
final class Wrong extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Said said;

  Wrong(String de, String en, Object... values) {
    this(Said.of(de, en, values));
  }

  private Wrong(Said said) {
    super(said.en());
    this.said = said;
  }

  Said said() {
    return said;
  }
}
