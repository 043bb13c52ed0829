package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Secrets;

/** Who can log in to a demo; kept in var/demo-logins.json, readable by its owner alone. */
final class DemoLogins {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 12;

  private final ObjectNode root;

  private DemoLogins(ObjectNode root) {
    this.root = root;
  }

  /** Makes one account per role and a token for each kind of machine. */
  static DemoLogins create(PatientApi api, URI address, String employer, DemoTown town) {
    DemoLogins logins = new DemoLogins(JSON.createObjectNode());
    logins.root.put("address", address.toString()).put("employer", employer);
    int office = 11; // Jugendamt: big enough for weekly figures
    String employee = DemoTown.IDS.of(town.head(office) + 1);
    logins.account(api, "employee", employer, employee);
    logins.account(api, "hr", employer, "");
    logins.account(api, "council", employer, "");
    logins.account(api, "manager", employer, DemoTown.IDS.of(town.head(office)));
    logins.token(api, "source", employer);
    logins.token(api, "enforcer", employer);
    return logins;
  }

  static DemoLogins read(Path file) {
    try {
      return new DemoLogins((ObjectNode) JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The same log-ins at the address of this start. */
  DemoLogins at(URI address) {
    root.put("address", address.toString());
    return this;
  }

  String password(String role) {
    for (JsonNode login : root.path("logins"))
      if (login.path("role").asText().equals(role)) return login.path("password").asText();
    throw new IllegalStateException("The demo has no log-in of the role " + role);
  }

  String token(String role) {
    return root.path("tokens").path(role).asText();
  }

  void write(Path file) {
    Secrets.write(file, root.toPrettyString() + "\n");
  }

  void print(Console console, Path file) {
    console.say(
        "%nThe demo at %s:".formatted(root.path("address").asText()),
        "%nDie Demo auf %s:".formatted(root.path("address").asText()));
    for (JsonNode login : root.path("logins"))
      console
          .out()
          .printf("  %-10s %s%n", login.path("user").asText(), login.path("password").asText());
    console.say(
        "hr and council sign with the same password.",
        "hr und council unterschreiben mit demselben Passwort.");
    console.say(
        "Also in %s, with tokens for machines.%n".formatted(file),
        "Auch in %s, mit Token für Maschinen.%n".formatted(file));
  }

  private void account(PatientApi api, String role, String employer, String person) {
    byte[] bits = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bits);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    ObjectNode body =
        Api.object().put("user", role).put("password", password).put("employer", employer);
    body.putArray("roles").add(role);
    body.put("language", "de");
    if (!person.isEmpty()) body.put("person", person);
    api.post("/api/v1/accounts", body);
    root.withArray("logins")
        .addObject()
        .put("user", role)
        .put("password", password)
        .put("role", role);
  }

  private void token(PatientApi api, String role, String employer) {
    ObjectNode body =
        Api.object().put("role", role).put("name", "demo-" + role).put("employer", employer);
    String token = api.post("/api/v1/tokens", body).path("token").asText();
    ObjectNode tokens = root.withObject("/tokens");
    tokens.put(role, token);
  }
}
