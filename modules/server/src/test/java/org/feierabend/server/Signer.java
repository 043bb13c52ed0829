package org.feierabend.server;

import static org.feierabend.server.Town.created;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.feierabend.server.Browser.Answer;
import org.feierabend.signature.Signed;
import org.feierabend.signature.SigningKey;

/** A side that has its key at home, as {@code ./feierabend sign} has. */
record Signer(SigningKey key) {
  /** With a fresh key, pinned for that side. */
  static Signer pinned(Browser operator, String employer, String side) {
    SigningKey key = SigningKey.create();
    created(
        operator.post(
            "api/v1/signatures/keys/pins",
            json(Map.of("employer", employer, "side", side, "key", key.publicKey().base64()))));
    return new Signer(key);
  }

  /** Asks for the text, signs it, and hands it in; or the answer that refused the text. */
  Answer declares(Browser browser, String matter) {
    Answer text = browser.post("api/v1/signatures/texts", matter);
    if (text.status() != 200) return text;
    return handsIn(browser, key.sign(text.json().path("text").asText()));
  }

  Answer handsIn(Browser browser, Signed signed) {
    return browser.post(
        "api/v1/signatures", json(Map.of("text", signed.text(), "signature", signed.signature())));
  }

  static String json(Map<String, String> fields) {
    var object = JsonNodeFactory.instance.objectNode();
    fields.forEach(object::put);
    return object.toString();
  }
}
