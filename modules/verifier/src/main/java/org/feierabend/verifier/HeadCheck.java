package org.feierabend.verifier;

import java.util.List;
import java.util.Map;

/**
 * Nothing was cut off the end since the head was handed over.
 *
 * @param lines of the head file, one per employer
 * @param key base64 of the key handed over; null when there is none
 */
record HeadCheck(List<String> lines, String key) implements Check<Link> {
  @Override
  public Said name() {
    return new Said("Kopf", "head");
  }

  @Override
  public Said run(List<? extends Link> ledger) throws Wrong {
    for (String line : lines) {
      Map<String, Object> json = Json.parse(line);
      if (!Json.canonical(json).equals(line))
        throw new Wrong(
            "der Kopf hat nicht die kanonische Form", "the head is not in canonical form");
      Fields f = new Fields(json);
      String employer = f.text("employer", "[a-z0-9][a-z0-9-]{0,39}");
      long count = f.number("count", 0, Integer.MAX_VALUE);
      String hash = f.text("hash", "[0-9a-f]{64}");
      String signer = f.text("key", "[A-Za-z0-9+/]{59}=");
      String signature = f.text("signature", "[A-Za-z0-9+/]{86}==");
      f.nothingElse();
      json.remove("signature");
      if (ledger.isEmpty()
          ? key != null && !signer.equals(key)
          : !SignatureCheck.signers(ledger).contains(signer))
        throw new Wrong("der Kopf nennt einen anderen Schlüssel", "the head names another key");
      if (!Crypto.signed(Crypto.key(signer), Crypto.sha256(Json.canonical(json)), signature))
        throw new Wrong(
            "der Kopf ist nicht mit seinem Schlüssel unterschrieben",
            "the head is not signed with its key");
      if (!ledger.isEmpty() && !ledger.get(0).employer().equals(employer)) continue;
      if (ledger.size() < count)
        throw new Wrong(
            "der Kopf kennt %d Einträge, hier sind %d: Das Ende wurde nach Zeile %d abgeschnitten",
            "the head knows %d rows, here are %d: its end was cut off after line %d",
            count,
            ledger.size(),
            ledger.size());
      String then = count == 0 ? ChainCheck.NOTHING_YET : ledger.get((int) count - 1).hash();
      if (!then.equals(hash))
        throw new Wrong(
            "%s ist nicht der, für den der Kopf unterschrieben wurde: eine Abzweigung",
            "%s is not the one the head was signed for: a fork", Link.place((int) count - 1));
      Said there =
          Said.of(
              "alle %d Einträge des Kopfes sind da", "all %d rows of the head are there", count);
      long more = ledger.size() - count;
      return more == 0
          ? there
          : there.plus(" und %d sind dazugekommen", " and has grown by %d", more);
    }
    throw new Wrong(
        "die Kopfdatei kennt diesen Arbeitgeber nicht",
        "the head file does not know this employer");
  }
}
