package org.feierabend.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.Undersigned;
import org.feierabend.people.Role;
import org.feierabend.report.JsonReader;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Evidence;
import org.feierabend.signature.Matter;
import org.feierabend.signature.PublicKey;

/**
 * What both sides signed offline: every {@code *.signed.json} of a folder, as {@code ./feierabend
 * sign} writes it, by one of the public keys ({@code *.pub}) beside it.
 */
final class SignedFolder {
  private static final String SIGNED = ".signed.json";

  private SignedFolder() {}

  /**
   * @throws BundleRefused when they are not both sides' agreement to one and the same
   */
  static Undersigned read(Path folder) throws IOException {
    List<PublicKey> keys = new ArrayList<>();
    for (Path p : files(folder, ".pub")) keys.add(PublicKey.ofPem(Files.readString(p)));
    List<Evidence> words = new ArrayList<>();
    for (Path p : files(folder, SIGNED)) words.add(evidence(p, keys));
    words.sort(
        Comparator.comparing((Evidence e) -> e.said().matter() instanceof Matter.Attachment)
            .thenComparing(e -> e.said().side() == Role.COUNCIL));
    return new Undersigned(words);
  }

  private static Evidence evidence(Path file, List<PublicKey> keys) throws IOException {
    Declaration said;
    String signature;
    try {
      var signed = JsonReader.object(Files.readString(file).strip());
      said = Declaration.read((String) signed.get("text"));
      signature = (String) signed.get("signature");
    } catch (IllegalArgumentException | ClassCastException | NullPointerException unlike) {
      throw new BundleRefused(
          file.getFileName().toString(),
          "ist nicht, was „./feierabend sign“ schreibt",
          "is not what './feierabend sign' writes");
    }
    return keys.stream()
        .filter(key -> key.verifies(said.text(), signature))
        .findFirst()
        .map(key -> new Evidence(said, key, signature))
        .orElseThrow(
            () ->
                new BundleRefused(
                    file.getFileName().toString(),
                    "ist mit keinem der %d öffentlichen Schlüssel (*.pub) daneben unterschrieben"
                        .formatted(keys.size()),
                    "is signed by none of the %d public keys (*.pub) beside it"
                        .formatted(keys.size())));
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }
}
