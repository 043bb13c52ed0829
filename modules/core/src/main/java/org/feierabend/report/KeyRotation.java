package org.feierabend.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.EmployerId;

/**
 * Hands the ledgers and the audit logs over from one key to the next, before anything else is
 * written: every chain gets a row that names the new key and is signed by the old one, then the
 * heads are signed anew, then the new key takes the old one's place, which destroys it. Asked for
 * by an empty file {@code rotate-ledger-key} beside the key; cut off anywhere, the next start goes
 * on.
 */
public final class KeyRotation {
  private static final String ASKED = "rotate-ledger-key";
  private static final String NEXT = "ledger.key.next";

  private final Path keys;
  private final Map<Path, SignedChains> chains = new LinkedHashMap<>();

  /**
   * @param keys directory with {@code ledger.key}
   */
  public KeyRotation(Path keys, Path headFile, Releases releases) {
    this.keys = keys;
    and(headFile, new Ledgers(releases));
  }

  /** Further chains under the same key, with a head file of their own. */
  public KeyRotation and(Path headFile, SignedChains others) {
    chains.put(headFile, others);
    return this;
  }

  /**
   * What the server writes with from now on.
   *
   * @param heads of the ledgers, then of the further chains in the order they were named
   */
  public record Open(LedgerSigner signer, List<LedgerHeadFile> heads) {}

  /** Opens key and heads, rotated first when that was asked for or begun. */
  public Open open(Collection<EmployerId> employers) throws IOException {
    Path file = keys.resolve("ledger.key");
    Path next = keys.resolve(NEXT);
    LedgerSigner signer = LedgerSigner.openOrCreate(file);
    if (Files.exists(keys.resolve(ASKED)) || Files.exists(next)) {
      LedgerSigner fresh = LedgerSigner.openOrCreate(next);
      for (Map.Entry<Path, SignedChains> c : chains.entrySet()) {
        LedgerHeadFile heads = heads(c.getKey(), signer, fresh);
        for (EmployerId employer : employers)
          handOver(c.getValue(), employer, signer, fresh, heads);
        heads.signedBy(fresh);
      }
      Files.deleteIfExists(keys.resolve(ASKED));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(keys.resolve(NEXT + ".pub"));
      signer = fresh;
    }
    Files.writeString(keys.resolve("ledger.pub"), signer.publicPem(), StandardCharsets.US_ASCII);
    List<LedgerHeadFile> all = new ArrayList<>();
    for (Map.Entry<Path, SignedChains> c : chains.entrySet()) {
      LedgerHeadFile heads = new LedgerHeadFile(c.getKey(), signer);
      for (EmployerId employer : employers) heads.check(employer, c.getValue().rows(employer));
      all.add(heads);
    }
    return new Open(signer, all);
  }

  /** Cut off before the keys changed places, the heads may be signed by the new one already. */
  private static LedgerHeadFile heads(Path file, LedgerSigner old, LedgerSigner fresh)
      throws IOException {
    try {
      return new LedgerHeadFile(file, old);
    } catch (LedgerHeadFile.Behind signedAnew) {
      return new LedgerHeadFile(file, fresh);
    }
  }

  private static void handOver(
      SignedChains chains,
      EmployerId employer,
      LedgerSigner old,
      LedgerSigner fresh,
      LedgerHeadFile heads)
      throws IOException {
    List<? extends ChainLink> rows = chains.rows(employer);
    heads.check(employer, rows);
    if (rows.isEmpty() || names(rows.get(rows.size() - 1), fresh)) return;
    heads.write(employer, chains.handOver(employer, old, fresh).head());
  }

  /** Canonical text holds a field in one form only. */
  private static boolean names(ChainLink row, LedgerSigner fresh) {
    return row.json().contains("\"next\":\"" + fresh.publicKey() + "\"");
  }
}
