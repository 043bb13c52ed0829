package org.feierabend.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.feierabend.decision.Sentence;
import org.feierabend.report.CanonicalJson;
import org.feierabend.report.LedgerSigner;

/** Writes a bundle: the same content and keys give the same bytes. */
public final class BundleWriter {
  private BundleWriter() {}

  /**
   * @param keys that vouch for it, one at least
   * @throws BundleRefused when something is missing that its reader would need
   */
  public static byte[] write(CityBundle bundle, List<LedgerSigner> keys) {
    Map<String, Sentence> missing = bundle.kind().missing(List.copyOf(bundle.files().keySet()));
    if (!missing.isEmpty()) throw new BundleRefused(missing);
    if (keys.isEmpty()) throw new IllegalArgumentException("A bundle is signed, but got no key.");
    String manifest = manifest(bundle);
    List<Map<String, Object>> signatures = new ArrayList<>();
    String hash = Digests.sha256(manifest.getBytes(StandardCharsets.UTF_8));
    for (LedgerSigner key : keys)
      signatures.add(Map.of("key", key.publicKey(), "signature", key.sign(hash)));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(CityBundle.MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    entries.put(
        CityBundle.SIGNATURES,
        CanonicalJson.write(Map.of("signatures", signatures)).getBytes(StandardCharsets.UTF_8));
    entries.putAll(bundle.files());
    return zip(entries);
  }

  private static String manifest(CityBundle bundle) {
    List<Map<String, Object>> files = new ArrayList<>();
    bundle
        .files()
        .forEach(
            (path, content) ->
                files.add(
                    Map.of(
                        "path", path, "bytes", content.length, "sha256", Digests.sha256(content))));
    return CanonicalJson.write(
        Map.of(
            "format", CityBundle.FORMAT,
            "kind", bundle.kind().word(),
            "city", bundle.city(),
            "name", bundle.name(),
            "made", bundle.made().toString(),
            "files", files));
  }

  /** Without times, which would make every export another. */
  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(e.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A ZIP in memory cannot fail, but did.", e);
    }
    return out.toByteArray();
  }
}
