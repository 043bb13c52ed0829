package org.feierabend.bundle;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.decision.BadValue;

/**
 * What one city hands to another, as it was signed.
 *
 * @param city id of the employer it comes from
 * @param name what it is called, such as the policy's name
 * @param files content by path
 * @param signers public keys that signed the manifest, as the ledger names keys
 */
public record CityBundle(
    BundleKind kind,
    String city,
    String name,
    LocalDate made,
    Map<String, byte[]> files,
    List<String> signers) {
  static final String FORMAT = "feierabend-bundle-1";
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURES = "signatures.json";
  static final int MOST_FILES = 2_000;
  static final long MOST_BYTES = 16L << 20;

  public CityBundle {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(made, "made");
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}") || !city.matches("[a-z0-9][a-z0-9-]{0,39}"))
      throw new BadValue(
          "Stadt und Name eines Bündels haben 1 bis 40 Zeichen aus a-z, 0-9 und „-“, hier steht „%s“ und „%s“."
              .formatted(city, name),
          "A bundle's city and name have 1 to 40 of a-z, 0-9 and '-', but got '%s' and '%s'."
              .formatted(city, name));
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    signers = List.copyOf(signers);
  }

  /** Short enough to be compared over the telephone, and what the verifier says of the same key. */
  public static String fingerprint(String key) {
    return Digests.sha256(Base64.getDecoder().decode(key))
        .substring(0, 32)
        .replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Its files alone as a ZIP, without manifest, signatures and declarations. */
  public byte[] contents() {
    Map<String, byte[]> contents = new TreeMap<>(files);
    contents.remove(Undersigned.FILE);
    return BundleWriter.zip(contents);
  }

  /**
   * What both sides of its city signed about it; empty: it is no edition, or nobody signed it.
   *
   * @throws BundleRefused when it is not what it says
   */
  public Optional<Undersigned> undersigned() {
    return Optional.ofNullable(files.get(Undersigned.FILE))
        .map(content -> Undersigned.read(city, kind, content));
  }

  /** The same with what both sides signed about it. */
  public CityBundle with(Undersigned words) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put(Undersigned.FILE, words.bytes());
    return new CityBundle(kind, city, name, made, more, signers);
  }

  /** The text of a file. */
  public String text(String path) {
    byte[] content = files.get(path);
    if (content == null)
      throw new IllegalArgumentException("The bundle has no file '%s'.".formatted(path));
    return new String(content, StandardCharsets.UTF_8);
  }
}
