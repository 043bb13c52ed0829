package org.feierabend.channels.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feierabend.people.Role;
import org.feierabend.signature.BrowserKeys;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.PublicKey;
import org.feierabend.signature.Signatures;

/** How signatures and keys look to those who read them. */
final class SignatureViews {
  private SignatureViews() {}

  /** Exactly this text is signed, as UTF-8. */
  record Text(String text, String hash) implements View {}

  record Said(String hash, String side, String kind, String at, String text) implements View {
    static Said of(Declaration said) {
      return new Said(
          said.hash(), said.side().key(), said.matter().kind(), said.at().toString(), said.text());
    }
  }

  /**
   * @param keys side → fingerprint of the key it signs with
   * @param strangers how many declarations are kept that no side signed
   * @param missing sides of which something was seen before that is kept no more
   */
  record Listing(
      Map<String, String> keys, int strangers, List<String> missing, List<Said> declarations)
      implements View {
    static Listing of(Signatures.Said said) {
      Map<String, String> keys = new TreeMap<>();
      for (Role side : List.of(Role.HR, Role.COUNCIL))
        said.of(side).key().ifPresent(k -> keys.put(side.key(), k.fingerprint()));
      return new Listing(
          keys,
          said.strangers(),
          said.behind().stream().map(Role::key).toList(),
          Stream.concat(said.hr().declarations().stream(), said.council().declarations().stream())
              .sorted(Comparator.comparing(Declaration::at))
              .map(Said::of)
              .toList());
    }
  }

  /**
   * @param pinned whether this side signs with it now
   * @param wrapped the private half, as the browser wrapped it
   */
  record Key(String key, String fingerprint, boolean pinned, String wrapped) {
    static Key of(BrowserKeys.Wrapped key, Optional<PublicKey> now) {
      return new Key(
          key.key().base64(),
          key.key().fingerprint(),
          now.equals(Optional.of(key.key())),
          key.wrapped());
    }
  }

  /**
   * @param side whose keys these are
   * @param signing fingerprint of the key this side signs with; null: none is pinned
   */
  record Keys(String side, String signing, List<Key> keys) implements View {}

  record Pinned(String side, String fingerprint) implements View {}
}
