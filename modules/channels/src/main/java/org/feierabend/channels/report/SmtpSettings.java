package org.feierabend.channels.report;

import java.util.Objects;
import java.util.Optional;

/**
 * How to reach the mail server.
 *
 * @param from the sender's address
 * @param user empty: no log-in
 * @param starttls whether TLS is demanded; off for a server on the same machine
 */
public record SmtpSettings(
    String host, int port, String from, Optional<String> user, String password, boolean starttls) {
  public SmtpSettings {
    Objects.requireNonNull(user, "user");
    if (port < 1 || port > 65_535)
      throw new IllegalArgumentException(
          "feierabend.smtp.port is 1 to 65535, but got %d.".formatted(port));
    if (!from.contains("@"))
      throw new IllegalArgumentException(
          "feierabend.smtp.from is a mail address, but got '%s'.".formatted(from));
  }

  @Override
  public String toString() {
    return host + ":" + port; // never the password
  }
}
