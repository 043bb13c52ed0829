package org.feierabend.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Secrets;
import org.feierabend.launcher.Trouble;
import org.feierabend.report.CanonicalJson;
import org.feierabend.report.JsonReader;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Signed;
import org.feierabend.signature.SigningKey;

/** Signs for HR or the works council where no server can see the key; makes such a key. */
final class Sign implements Command {
  @Override
  public String name() {
    return "sign";
  }

  @Override
  public String takes() {
    return "--new-key FILE | --key FILE --as hr|council TEXT";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "sign for HR or the works council offline, or make a key",
        "offline für Personalamt oder Personalrat unterschreiben, oder einen Schlüssel anlegen");
  }

  @Override
  public int run(Home home, List<String> words, Console console) throws IOException {
    Arguments arguments = Arguments.read(words, Set.of("--new-key", "--key", "--as"), Set.of());
    if (arguments.value("--new-key").isPresent())
      return newKey(Path.of(arguments.value("--new-key").get()), console);
    if (arguments.value("--key").isEmpty()
        || arguments.value("--as").isEmpty()
        || arguments.rest().size() != 1)
      throw Trouble.usage("Usage: sign " + takes(), "Aufruf: sign " + takes());
    return sign(
        Path.of(arguments.value("--key").get()),
        arguments.value("--as").get(),
        Path.of(arguments.rest().get(0)),
        console);
  }

  private static int newKey(Path file, Console console) throws IOException {
    if (Files.exists(file))
      throw Trouble.of(
          "%s exists; a key is not written over.".formatted(file),
          "%s gibt es schon; ein Schlüssel wird nicht überschrieben.".formatted(file));
    SigningKey key = SigningKey.create();
    Secrets.write(file, key.pem());
    Path open =
        file.resolveSibling(file.getFileName().toString().replaceAll("\\.key$", "") + ".pub");
    Files.writeString(open, key.publicKey().pem(), StandardCharsets.US_ASCII);
    console.say(
        "Made %s (keep it) and %s (for the operator). Note the fingerprint:".formatted(file, open),
        "Angelegt: %s (behalten) und %s (für den Betrieb). Notieren Sie den Fingerabdruck:"
            .formatted(file, open));
    console.out().println(key.publicKey().fingerprint());
    return 0;
  }

  private static int sign(Path keyFile, String side, Path document, Console console)
      throws IOException {
    String text = Files.readString(document, StandardCharsets.UTF_8).strip();
    Declaration said = read(document, text);
    if (!said.side().key().equals(side))
      throw Trouble.of(
          "%s is a declaration of %s; you sign as %s.".formatted(document, said.side().key(), side),
          "%s ist eine Erklärung von %s; Sie unterschreiben als %s."
              .formatted(document, said.side().key(), side));
    SigningKey key = key(keyFile);
    JsonReader.object(text)
        .forEach((field, value) -> console.out().printf("  %-12s %s%n", field, value));
    Signed signed = key.sign(text);
    Path out = document.resolveSibling(document.getFileName() + ".signed.json");
    Map<String, Object> json =
        new TreeMap<>(Map.of("text", signed.text(), "signature", signed.signature()));
    Files.writeString(out, CanonicalJson.write(json) + "\n", StandardCharsets.UTF_8);
    console.say(
        "Signed with %s: %s".formatted(key.publicKey().fingerprint(), out),
        "Unterschrieben mit %s: %s".formatted(key.publicKey().fingerprint(), out));
    return 0;
  }

  private static Declaration read(Path document, String text) {
    try {
      return Declaration.read(text);
    } catch (IllegalArgumentException e) {
      throw Trouble.of(
          "%s is no declaration: %s".formatted(document, e.getMessage()),
          "%s ist keine Erklärung: %s".formatted(document, e.getMessage()),
          e);
    }
  }

  private static SigningKey key(Path file) throws IOException {
    try {
      return SigningKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw Trouble.of(
          "%s holds no signing key: %s".formatted(file, e.getMessage()),
          "%s enthält keinen Schlüssel zum Unterschreiben: %s".formatted(file, e.getMessage()),
          e);
    }
  }
}
