package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.feierabend.launcher.Api;
import org.feierabend.signature.SigningKey;

/**
 * Signs the demo's service agreement for both sides, with keys made for this demo alone. They are
 * wrapped under the passwords of the demo's log-ins, so that whoever tries it can sign in a
 * browser.
 */
final class DemoSignatures {
  private static final String SIGNATURES = "/api/v1/signatures";

  private final PatientApi operator;
  private final URI address;
  private final String employer;

  DemoSignatures(PatientApi operator, URI address, String employer) {
    this.operator = operator;
    this.address = address;
    this.employer = employer;
  }

  /** Both sides sign what the file says, from that day on. */
  void agree(Path policy, LocalDate from, DemoLogins logins) {
    SigningKey hrKey = SigningKey.create();
    SigningKey councilKey = SigningKey.create();
    pin("hr", hrKey);
    pin("council", councilKey);
    PatientApi hr = as("hr");
    PatientApi council = as("council");
    keep(hr, hrKey, logins.password("hr"));
    keep(council, councilKey, logins.password("council"));
    String draft =
        hr.post("/api/v1/policies/drafts", Api.object().put("text", text(policy, from)))
            .path("id")
            .asText();
    declare(hr, hrKey, Api.object().put("kind", "proposal").put("draft", draft));
    String edition =
        council.get("/api/v1/policies").path("editions").path(0).path("edition").asText();
    declare(council, councilKey, Api.object().put("kind", "approval").put("edition", edition));
  }

  private void pin(String side, SigningKey key) {
    operator.post(
        SIGNATURES + "/keys/pins",
        Api.object()
            .put("employer", employer)
            .put("side", side)
            .put("key", key.publicKey().base64()));
  }

  private static void keep(PatientApi side, SigningKey key, String passphrase) {
    side.post(
        SIGNATURES + "/keys",
        Api.object()
            .put("key", key.publicKey().base64())
            .put("wrapped", WrappedKey.of(key, passphrase)));
  }

  private static void declare(PatientApi side, SigningKey key, ObjectNode matter) {
    String text = side.post(SIGNATURES + "/texts", matter).path("text").asText();
    side.post(
        SIGNATURES, Api.object().put("text", text).put("signature", key.sign(text).signature()));
  }

  /** A token of that side for the time of the seeding; nobody keeps it. */
  private PatientApi as(String role) {
    ObjectNode token =
        Api.object().put("role", role).put("name", "demo-signs-" + role).put("employer", employer);
    return new PatientApi(address, operator.post("/api/v1/tokens", token).path("token").asText());
  }

  private static String text(Path policy, LocalDate from) {
    try {
      return Files.readString(policy).replaceFirst("(?m)^from: .*$", "from: " + from);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's policy cannot be read: " + policy, e);
    }
  }
}
