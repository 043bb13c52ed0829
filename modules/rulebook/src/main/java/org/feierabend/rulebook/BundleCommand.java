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
import org.feierabend.report.LedgerSigner;

/**
 * {@code ./feierabend bundle export rules|policy NAME|telework FILE} and {@code bundle check FILE}:
 * without a running instance.
 */
public final class BundleCommand {
  private BundleCommand() {}

  /**
   * @param key the private key that vouches for it
   * @param signed folder with both sides' words on it; empty: it goes without
   * @return 0 written, 1 something is missing in it
   */
  public static int export(
      Path home,
      String city,
      List<String> what,
      Path file,
      Path key,
      Optional<Path> signed,
      LocalDate today,
      PrintStream out)
      throws IOException {
    BundleMaker maker = new BundleMaker(home);
    try {
      CityBundle made =
          switch (what.get(0)) {
            case "rules" -> maker.rules(city, today);
            case "telework" -> maker.telework(city, today);
            case "policy" -> maker.policy(city, what.size() > 1 ? what.get(1) : "", today);
            default ->
                throw new IllegalArgumentException(
                    "There are bundles of rules, policy NAME and telework, but got '%s'."
                        .formatted(what.get(0)));
          };
      CityBundle bundle = signed.isEmpty() ? made : made.with(SignedFolder.read(signed.get()));
      new BundleTrial(home).asSigned(bundle);
      LedgerSigner signer = LedgerSigner.openOrCreate(key);
      Files.write(file, BundleWriter.write(bundle, List.of(signer)));
      out.printf(
          "%s: %d files, signed with key %s%n",
          file, bundle.files().size(), CityBundle.fingerprint(signer.publicKey()));
      agreed(bundle, out);
      return 0;
    } catch (BundleRefused | IllegalArgumentException | Unreadable missing) {
      out.println("Nothing written. " + missing.getMessage());
      return 1;
    }
  }

  /**
   * Whether it is what was signed, and what it does under the law and the rules here.
   *
   * @param keys public keys of the city, in PEM; none: the fingerprint is told, to be compared
   * @return 0 sound, 1 not, with file and reason
   */
  public static int check(Path home, Path file, List<Path> keys, PrintStream out)
      throws IOException {
    try {
      CityBundle bundle = BundleReader.read(Files.readAllBytes(file));
      out.printf(
          "ok    signed     %d files of %s, %s '%s' of %s%n",
          bundle.files().size(), bundle.city(), bundle.kind().word(), bundle.name(), bundle.made());
      List<String> expected = new ArrayList<>();
      for (Path key : keys) expected.add(LedgerSigner.publicKey(Files.readString(key)));
      for (String signer : bundle.signers())
        out.printf("note  key        %s%n", CityBundle.fingerprint(signer));
      if (!bundle.signers().containsAll(expected))
        throw new BundleRefused(
            "signatures.json",
            "keine davon ist mit dem Schlüssel von --key",
            "none of them is by the key of --key");
      if (expected.isEmpty())
        out.println(
            "note  key        without --key it is not known whose key this is: compare the fingerprint");
      agreed(bundle, out);
      out.println("ok    scenarios  " + new BundleTrial(home).tried(bundle));
      return 0;
    } catch (BundleRefused refused) {
      refused.reasons().forEach((f, why) -> out.printf("FAIL  %s: %s%n", f, why.en()));
      return 1;
    }
  }

  private static void agreed(CityBundle bundle, PrintStream out) {
    bundle
        .undersigned()
        .ifPresent(
            words ->
                out.printf(
                    "ok    agreed     from %s on by HR, key %s, and works council, key %s%n",
                    words.from(),
                    words.hr().key().fingerprint(),
                    words.council().key().fingerprint()));
  }
}
