package org.feierabend.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.report.CanonicalJson;
import org.feierabend.report.JsonReader;
import org.feierabend.report.LedgerSigner;

/** Reads a bundle in memory and believes none of it before it is checked. */
public final class BundleReader {
  private final Map<String, Sentence> wrong = new TreeMap<>();

  private BundleReader() {}

  /**
   * @throws BundleRefused with every file that is not as it was signed, and why
   */
  public static CityBundle read(byte[] zip) {
    return new BundleReader().checked(unzipped(zip));
  }

  private CityBundle checked(Map<String, byte[]> entries) {
    byte[] manifest = needed(entries, CityBundle.MANIFEST);
    byte[] signatures = needed(entries, CityBundle.SIGNATURES);
    List<String> signers = signers(signatures, Digests.sha256(manifest));
    Map<String, Object> json = json(CityBundle.MANIFEST, manifest);
    try {
      if (!CityBundle.FORMAT.equals(json.get("format")))
        throw new BadValue(
            "hat nicht das Format " + CityBundle.FORMAT,
            "is not of the format " + CityBundle.FORMAT);
      BundleKind kind =
          BundleKind.byWord(String.valueOf(json.get("kind")))
              .orElseThrow(
                  () ->
                      new BadValue(
                          "nennt die Art „%s“; es gibt policy, telework und rules"
                              .formatted(json.get("kind")),
                          "names the kind '%s'; there are policy, telework and rules"
                              .formatted(json.get("kind"))));
      files(kind, (List<?>) json.get("files"), entries);
      wrong.putAll(kind.missing(List.copyOf(entries.keySet())));
      if (!wrong.isEmpty()) throw new BundleRefused(wrong);
      CityBundle bundle =
          new CityBundle(
              kind,
              (String) json.get("city"),
              (String) json.get("name"),
              LocalDate.parse((String) json.get("made")),
              entries,
              signers);
      bundle.undersigned(); // refused where it is not what it says
      return bundle;
    } catch (IllegalArgumentException unlike) {
      Sentence why = BadValue.told(unlike);
      throw new BundleRefused(
          CityBundle.MANIFEST, "ist kein Manifest: " + why.de(), "is no manifest: " + why.en());
    } catch (ClassCastException | NullPointerException | DateTimeException unlike) {
      throw new BundleRefused(
          CityBundle.MANIFEST,
          "ist kein Manifest: etwas darin fehlt oder hat eine andere Form",
          "is no manifest: something in it is missing or has another form");
    }
  }

  private static byte[] needed(Map<String, byte[]> entries, String name) {
    byte[] content = entries.remove(name);
    if (content == null)
      throw new BundleRefused(
          name,
          "fehlt; das ist kein Bündel einer Stadt",
          "is missing; this is no bundle of a city");
    return content;
  }

  private static Map<String, Object> json(String name, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    try {
      Map<String, Object> json = JsonReader.object(text);
      if (CanonicalJson.write(json).equals(text)) return json;
    } catch (IllegalArgumentException unlike) {
      Sentence why = BadValue.told(unlike);
      throw new BundleRefused(
          name, "lässt sich nicht lesen: " + why.de(), "cannot be read: " + why.en());
    }
    throw new BundleRefused(
        name, "hat nicht die kanonische Form (RFC 8785)", "is not in canonical form (RFC 8785)");
  }

  private List<String> signers(byte[] signatures, String hash) {
    List<String> signers = new ArrayList<>();
    byte[] bytes = HexFormat.of().parseHex(hash);
    Object all = json(CityBundle.SIGNATURES, signatures).get("signatures");
    if (!(all instanceof List<?> list) || list.isEmpty())
      throw new BundleRefused(
          CityBundle.SIGNATURES, "nennt keine Unterschrift", "names no signature");
    for (Object one : list) {
      if (!(one instanceof Map<?, ?> map)
          || !(map.get("key") instanceof String key)
          || !(map.get("signature") instanceof String signature))
        throw new BundleRefused(
            CityBundle.SIGNATURES,
            "enthält etwas, das keine Unterschrift ist",
            "holds something that is no signature");
      if (!LedgerSigner.verify(key, bytes, signature))
        throw new BundleRefused(
            CityBundle.MANIFEST,
            "ist nicht, was mit dem Schlüssel %s unterschrieben wurde".formatted(key),
            "is not what was signed with key " + key);
      signers.add(key);
    }
    return signers;
  }

  private void files(BundleKind kind, List<?> listed, Map<String, byte[]> entries) {
    Map<String, byte[]> unlisted = new TreeMap<>(entries);
    for (Object one : listed) {
      Map<?, ?> file = (Map<?, ?>) one;
      String path = (String) file.get("path");
      byte[] content = unlisted.remove(path);
      if (content == null)
        wrong(
            path, "steht im Manifest, nicht im Bündel", "is in the manifest and not in the bundle");
      else if (!Digests.sha256(content).equals(file.get("sha256")))
        wrong(
            path,
            "hat einen anderen SHA-256, als das Manifest sagt; die Datei wurde geändert",
            "has another SHA-256 than the manifest says; it was changed");
      else if (!kind.holds(path))
        wrong(
            path,
            "hat in einem Bündel der Art %s keinen Platz".formatted(kind.word()),
            "has no place in a bundle of kind " + kind.word());
    }
    for (String path : unlisted.keySet())
      wrong(path, "steht nicht im Manifest", "is not in the manifest");
  }

  private void wrong(String path, String de, String en) {
    wrong.put(path, new Sentence(de, en));
  }

  /** Names that reach outside, bombs and doubles are refused before anything is looked at. */
  private static Map<String, byte[]> unzipped(byte[] zip) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    long left = CityBundle.MOST_BYTES;
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (!name.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/?")
            || name.matches("(.*/)?\\.\\.?(/.*)?"))
          throw new BundleRefused(
              printable(name),
              "ist ein Pfad, der in einem Bündel keinen Platz hat",
              "is a path that has no place in a bundle");
        if (entry.isDirectory()) continue;
        byte[] content = in.readNBytes((int) left + 1);
        left -= content.length;
        if (left < 0 || entries.size() >= CityBundle.MOST_FILES)
          throw new BundleRefused(
              name,
              "ist die Stelle, an der es zu groß wird: Ein Bündel hat entpackt höchstens %d Dateien und %d MiB"
                  .formatted(CityBundle.MOST_FILES, CityBundle.MOST_BYTES >> 20),
              "is where it gets too big: a bundle has at most %d files and %d MiB unpacked"
                  .formatted(CityBundle.MOST_FILES, CityBundle.MOST_BYTES >> 20));
        if (entries.put(name, content) != null)
          throw new BundleRefused(name, "ist zweimal da", "is there twice");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BundleRefused(
          BundleRefused.WHOLE,
          "Die Datei lässt sich nicht als ZIP lesen.",
          "The file is no readable ZIP.");
    }
    if (entries.isEmpty())
      throw new BundleRefused(
          BundleRefused.WHOLE,
          "Die Datei ist kein ZIP, oder es ist leer.",
          "The file is no ZIP, or an empty one.");
    return entries;
  }

  private static String printable(String name) {
    return name.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
