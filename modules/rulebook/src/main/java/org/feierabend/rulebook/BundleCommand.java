package org.feierabend.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.bundle.BundleReader;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.BundleWriter;
import org.feierabend.bundle.CityBundle;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.report.LedgerSigner;

/**
 * {@code ./feierabend bundle export rules|policy NAME|telework FILE} and {@code bundle check FILE}:
 * without a running instance.
 */
public final class BundleCommand {
  private final Path home;
  private final Language language;
  private final PrintStream out;

  /**
   * @param language of whoever reads what is printed
   */
  public BundleCommand(Path home, Language language, PrintStream out) {
    this.home = home;
    this.language = language;
    this.out = out;
  }

  /**
   * @param key the private key that vouches for it
   * @param signed folder with both sides' words on it; empty: it goes without
   * @return 0 written, 1 something is missing in it
   */
  public int export(
      String city, List<String> what, Path file, Path key, Optional<Path> signed, LocalDate today)
      throws IOException {
    BundleMaker maker = new BundleMaker(home);
    try {
      CityBundle made =
          switch (what.get(0)) {
            case "rules" -> maker.rules(city, today);
            case "telework" -> maker.telework(city, today);
            case "policy" -> maker.policy(city, what.size() > 1 ? what.get(1) : "", today);
            default ->
                throw new BadValue(
                    "Bündel gibt es von rules, policy NAME und telework, nicht von „%s“."
                        .formatted(what.get(0)),
                    "There are bundles of rules, policy NAME and telework, but got '%s'."
                        .formatted(what.get(0)));
          };
      CityBundle bundle = signed.isEmpty() ? made : made.with(SignedFolder.read(signed.get()));
      new BundleTrial(home).asSigned(bundle);
      LedgerSigner signer = LedgerSigner.openOrCreate(key);
      Files.write(file, BundleWriter.write(bundle, List.of(signer)));
      say(
          "%s: %d Dateien, signiert mit dem Schlüssel %s",
          "%s: %d files, signed with key %s",
          file,
          bundle.files().size(),
          CityBundle.fingerprint(signer.publicKey()));
      agreed(bundle);
      return 0;
    } catch (BundleRefused missing) {
      return nothing(missing.why());
    } catch (IllegalArgumentException | Unreadable missing) {
      return nothing(Unreadable.told(missing));
    }
  }

  private int nothing(Sentence why) {
    say("Nichts geschrieben. %s", "Nothing written. %s", why.in(language));
    return 1;
  }

  /**
   * Whether it is what was signed, and what it does under the law and the rules here.
   *
   * @param keys public keys of the city, in PEM; none: the fingerprint is told, to be compared
   * @return 0 sound, 1 not, with file and reason
   */
  public int check(byte[] zip, List<String> keys) throws IOException {
    try {
      CityBundle bundle = BundleReader.read(zip);
      say(
          "ok    Signatur   %d Dateien von %s, %s „%s“ vom %s",
          "ok    signed     %d files of %s, %s '%s' of %s",
          bundle.files().size(),
          bundle.city(),
          bundle.kind().word(),
          bundle.name(),
          bundle.made());
      List<String> expected = new ArrayList<>();
      for (String key : keys) expected.add(LedgerSigner.publicKey(key));
      for (String signer : bundle.signers())
        say("info  Schlüssel  %s", "note  key        %s", CityBundle.fingerprint(signer));
      if (!bundle.signers().containsAll(expected))
        throw new BundleRefused(
            "signatures.json",
            "keine davon ist mit dem Schlüssel von --key",
            "none of them is by the key of --key");
      if (expected.isEmpty())
        say(
            "info  Schlüssel  ohne --key ist nicht bekannt, wessen Schlüssel das ist: Fingerabdruck vergleichen",
            "note  key        without --key it is not known whose key this is: compare the fingerprint");
      agreed(bundle);
      String tried = new BundleTrial(home).tried(bundle).in(language);
      say("ok    Beispiele  %s", "ok    scenarios  %s", tried);
      return 0;
    } catch (BundleRefused refused) {
      refused
          .reasons()
          .forEach((f, why) -> say("FAIL  %s: %s", "FAIL  %s: %s", f, why.in(language)));
      return 1;
    }
  }

  private void say(String de, String en, Object... values) {
    out.println(new Sentence(de, en).in(language).formatted(values));
  }

  private void agreed(CityBundle bundle) {
    bundle
        .undersigned()
        .ifPresent(
            words ->
                say(
                    "ok    vereinbart ab %s vom Personalamt, Schlüssel %s, und vom Personalrat, Schlüssel %s",
                    "ok    agreed     from %s on by HR, key %s, and works council, key %s",
                    words.from(),
                    words.hr().key().fingerprint(),
                    words.council().key().fingerprint()));
  }
}
