package org.feierabend.report;

/**
 * Where a ledger ends.
 *
 * @param count rows so far
 * @param hash lower-case hex SHA-256 of the last row; 64 zeros for an empty ledger
 */
public record LedgerHead(long count, String hash) {
  public static final LedgerHead EMPTY = new LedgerHead(0, "0".repeat(64));
}
