package org.feierabend.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;

/**
 * Hands the ledgers over from one key to the next, before anything else is written: every ledger
 * gets a row that names the new key and is signed by the old one, then the heads are signed anew,
 * then the new key takes the old one's place, which destroys it. Asked for by an empty file {@code
 * rotate-ledger-key} beside the key; cut off anywhere, the next start goes on.
 */
public final class KeyRotation {
  private static final String ASKED = "rotate-ledger-key";
  private static final String NEXT = "ledger.key.next";

  private final Path keys;
  private final Path headFile;
  private final Releases releases;

  /**
   * @param keys directory with {@code ledger.key}
   */
  public KeyRotation(Path keys, Path headFile, Releases releases) {
    this.keys = keys;
    this.headFile = headFile;
    this.releases = releases;
  }

  /** What the server writes with from now on. */
  public record Open(LedgerSigner signer, LedgerHeadFile heads) {}

  /** Opens key and heads, rotated first when that was asked for or begun. */
  public Open open(Collection<EmployerId> employers) throws IOException {
    Path file = keys.resolve("ledger.key");
    Path next = keys.resolve(NEXT);
    LedgerSigner signer = LedgerSigner.openOrCreate(file);
    if (Files.exists(keys.resolve(ASKED)) || Files.exists(next)) {
      LedgerSigner fresh = LedgerSigner.openOrCreate(next);
      LedgerHeadFile heads = heads(signer, fresh);
      for (EmployerId employer : employers) handOver(employer, signer, fresh, heads);
      heads.signedBy(fresh);
      Files.deleteIfExists(keys.resolve(ASKED));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(keys.resolve(NEXT + ".pub"));
      signer = fresh;
    }
    Files.writeString(keys.resolve("ledger.pub"), signer.publicPem(), StandardCharsets.US_ASCII);
    LedgerHeadFile heads = new LedgerHeadFile(headFile, signer);
    for (EmployerId employer : employers) heads.check(employer, releases.ledger(employer));
    return new Open(signer, heads);
  }

  /** Cut off before the keys changed places, the heads may be signed by the new one already. */
  private LedgerHeadFile heads(LedgerSigner old, LedgerSigner fresh) throws IOException {
    try {
      return new LedgerHeadFile(headFile, old);
    } catch (LedgerHeadFile.Behind signedAnew) {
      return new LedgerHeadFile(headFile, fresh);
    }
  }

  private void handOver(
      EmployerId employer, LedgerSigner old, LedgerSigner fresh, LedgerHeadFile heads)
      throws IOException {
    List<LedgerRow> ledger = releases.ledger(employer);
    heads.check(employer, ledger);
    if (ledger.isEmpty() || names(ledger.get(ledger.size() - 1), fresh)) return;
    LedgerRow row =
        releases.append(
            employer,
            head ->
                new LedgerWriter(old)
                    .row(
                        LedgerRow.Type.ROTATED,
                        employer,
                        Optional.empty(),
                        head,
                        Map.of("next", fresh.publicKey())));
    heads.write(employer, row.head());
  }

  private static boolean names(LedgerRow row, LedgerSigner fresh) {
    return row.type() == LedgerRow.Type.ROTATED
        && fresh.publicKey().equals(JsonReader.object(row.json()).get("next"));
  }
}
