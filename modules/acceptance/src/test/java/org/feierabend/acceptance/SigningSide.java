package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** HR or the works council of an employer, with its key at home. */
record SigningSide(Http http, KeyPair key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Makes a key, which the operator pins. */
  static SigningSide of(RunningInstance instance, String employer, String role)
      throws GeneralSecurityException {
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    instance
        .operator()
        .post(
            "/api/v1/signatures/keys/pins",
            JSON.createObjectNode()
                .put("employer", employer)
                .put("side", role)
                .put("key", Base64.getEncoder().encodeToString(key.getPublic().getEncoded()))
                .toString());
    return new SigningSide(as(instance, employer, role), key);
  }

  /** The API, asked in a role. */
  static Http as(RunningInstance instance, String employer, String role) {
    JsonNode token =
        instance
            .operator()
            .post(
                "/api/v1/tokens",
                JSON.createObjectNode()
                    .put("role", role)
                    .put("name", employer + "-" + role)
                    .put("employer", employer)
                    .toString());
    return new Http(instance.http(), "Bearer " + token.path("token").asText());
  }

  String sign(String text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  String text(ObjectNode matter) {
    return http.post("/api/v1/signatures/texts", matter.toString()).path("text").asText();
  }

  void declare(String text) throws GeneralSecurityException {
    http.post(
        "/api/v1/signatures",
        JSON.createObjectNode().put("text", text).put("signature", sign(text)).toString());
  }
}
