package org.feierabend.verifier;

/** What every signed row has, of the ledger or of the audit log. */
interface Link {
  long seq();

  String employer();

  String prev();

  String hash();

  String key();

  String signature();

  /** The canonical text that was hashed: the line without hash and signature. */
  String body();

  /** The key it hands over to; null when it does not. */
  String next();

  /** Where a reader finds row number {@code index}. */
  static Said place(int index) {
    return Said.of("Zeile %d (Eintrag %d)", "line %d (row %d)", index + 1, index);
  }
}
