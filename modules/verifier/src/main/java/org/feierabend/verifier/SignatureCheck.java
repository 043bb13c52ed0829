package org.feierabend.verifier;

import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every row is signed with the key in force: that of row 0, until a row signed with it hands over
 * to the next. The given key must be one of them: whoever signs a row vouches for all before it,
 * and for the key they hand over to.
 *
 * @param key base64 of the key handed over outside the ledger; null when there is none
 */
record SignatureCheck(String key) implements Check<Link> {
  @Override
  public Said name() {
    return new Said("Signatur", "signature");
  }

  @Override
  public Said run(List<? extends Link> ledger) throws Wrong {
    if (ledger.isEmpty())
      return Said.of("noch nichts zu unterschreiben", "nothing to be signed yet");
    Set<String> signers = signers(ledger);
    // being named as the next key is not enough: anybody can name any key
    if (key != null && ledger.stream().noneMatch(row -> row.key().equals(key)))
      throw new Wrong(
          "kein Eintrag ist mit dem Schlüssel von --key unterschrieben, %s",
          "no row is signed with the key of --key, %s", Crypto.fingerprint(key));
    String inForce = ledger.get(0).key();
    PublicKey publicKey = Crypto.key(inForce);
    for (int i = 0; i < ledger.size(); i++) {
      Link row = ledger.get(i);
      if (!row.key().equals(inForce))
        throw new Wrong(
            "%s nennt einen anderen Schlüssel als den gültigen",
            "%s names another key than the one in force", Link.place(i));
      if (!Crypto.signed(publicKey, row.hash(), row.signature()))
        throw new Wrong(
            "%s ist nicht mit dem Schlüssel unterschrieben",
            "%s is not signed with the key", Link.place(i));
      if (row.next() == null) continue;
      if (row.next().equals(inForce))
        throw new Wrong("%s übergibt an sich selbst", "%s hands over to itself", Link.place(i));
      inForce = row.next();
      publicKey = Crypto.key(inForce);
    }
    Said signed =
        Said.of(
            "alle Einträge unterschrieben mit dem Schlüssel %s",
            "all rows signed with key %s", Crypto.fingerprint(ledger.get(0).key()));
    return signers.size() == 1
        ? signed
        : signed.plus(
            ", %d-mal übergeben, jetzt %s",
            ", handed over %d times, now %s", signers.size() - 1, Crypto.fingerprint(inForce));
  }

  /** The key of row 0 and those handed over to, in order. */
  static Set<String> signers(List<? extends Link> ledger) {
    Set<String> signers = new LinkedHashSet<>();
    for (Link row : ledger) {
      if (signers.isEmpty()) signers.add(row.key());
      if (row.next() != null) signers.add(row.next());
    }
    return signers;
  }
}
