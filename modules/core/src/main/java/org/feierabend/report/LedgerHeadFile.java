package org.feierabend.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.contact.EmployerId;

/**
 * Where each employer's ledger, or audit log, ended, signed and kept outside the database: one JSON
 * line per employer in {@code var/ledger-head}. A database that is behind it was restored from a
 * backup and must not release a week again.
 */
public final class LedgerHeadFile {
  private final Path file;
  private LedgerSigner signer;
  private final Map<String, LedgerHead> heads = new TreeMap<>();

  /** Ledger and head do not fit; nothing may be released until a person has looked at it. */
  public static final class Behind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Behind(String message) {
      super(message);
    }
  }

  public LedgerHeadFile(Path file, LedgerSigner signer) throws IOException {
    this.file = file;
    this.signer = signer;
    if (!Files.exists(file)) return;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Map<String, Object> json = JsonReader.object(line);
      byte[] signature = Base64.getDecoder().decode((String) json.remove("signature"));
      if (!signer.verify(HexFormat.of().parseHex(CanonicalJson.sha256(json)), signature))
        throw new Behind(
            "%s is not signed with this ledger key; restore file and key together."
                .formatted(file));
      JsonFields fields = new JsonFields(json);
      heads.put(
          fields.text("employer"), new LedgerHead(fields.number("count"), fields.text("hash")));
    }
  }

  /**
   * At start-up: throws {@link Behind} unless {@code ledger} continues what was last written here.
   * Rows committed just before a crash, after the last write, are caught up with.
   */
  public synchronized void check(EmployerId employer, List<? extends ChainLink> ledger)
      throws IOException {
    LedgerHead head = heads.getOrDefault(employer.value(), LedgerHead.EMPTY);
    if (head.count() == 0 && ledger.size() > 1)
      throw new Behind(
          "The chain of %s has %d rows, but %s does not know it; restore the file that belongs to this database."
              .formatted(employer, ledger.size(), file));
    if (ledger.size() < head.count())
      throw new Behind(
          "The chain of %s has %d rows, but had %d already: the database is older than %s. Restore the newer database; a week must not be released again."
              .formatted(employer, ledger.size(), head.count(), file));
    if (head.count() > 0 && !ledger.get((int) head.count() - 1).hash().equals(head.hash()))
      throw new Behind(
          "Row %d of the chain of %s is not the one %s was signed for; it was forked."
              .formatted(head.count() - 1, employer, file));
    if (ledger.size() > head.count()) write(employer, ledger.get(ledger.size() - 1).head());
  }

  /** After each append: durable before it returns. */
  public synchronized void write(EmployerId employer, LedgerHead head) throws IOException {
    LedgerHead before = heads.getOrDefault(employer.value(), LedgerHead.EMPTY);
    if (head.count() < before.count())
      throw new Behind(
          "The head of %s cannot go back from %d to %d rows."
              .formatted(employer, before.count(), head.count()));
    heads.put(employer.value(), head);
    store();
  }

  /** As {@link #write}, where somebody else may have appended, and written, meanwhile. */
  public synchronized void advance(EmployerId employer, LedgerHead head) throws IOException {
    if (head.count() > heads.getOrDefault(employer.value(), LedgerHead.EMPTY).count())
      write(employer, head);
  }

  /** From now on the lines are signed by another key; those there are at once. */
  synchronized void signedBy(LedgerSigner other) throws IOException {
    signer = other;
    if (!heads.isEmpty()) store();
  }

  private void store() throws IOException {
    StringBuilder lines = new StringBuilder();
    heads.forEach((id, h) -> lines.append(line(id, h)).append('\n'));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
      while (bytes.hasRemaining()) out.write(bytes);
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The signed line of one employer, to be handed to the works council. */
  public synchronized String line(EmployerId employer) {
    return line(employer.value(), heads.getOrDefault(employer.value(), LedgerHead.EMPTY));
  }

  private String line(String employer, LedgerHead head) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("employer", employer);
    json.put("count", head.count());
    json.put("hash", head.hash());
    json.put("key", signer.publicKey());
    json.put("signature", signer.sign(CanonicalJson.sha256(json)));
    return CanonicalJson.write(json);
  }
}
