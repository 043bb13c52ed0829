package org.feierabend.channels.report;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach the mail server.
 *
 * @param from the sender's address
 * @param user empty: no log-in
 * @param starttls whether TLS is demanded; off for a server on the same machine
 */
public record SmtpSettings(
    String host, int port, String from, Optional<String> user, String password, boolean starttls) {
  private static final String PATIENCE_MILLIS = "20000";

  public SmtpSettings {
    Objects.requireNonNull(user, "user");
    if (port < 1 || port > 65_535)
      throw new IllegalArgumentException(
          "feierabend.smtp.port is 1 to 65535, but got %d.".formatted(port));
    if (!from.contains("@"))
      throw new IllegalArgumentException(
          "feierabend.smtp.from is a mail address, but got '%s'.".formatted(from));
  }

  /**
   * @param nullSender what cannot be delivered is told nobody: for automatic answers (RFC 3834)
   */
  public Session session(boolean nullSender) {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", host);
    p.setProperty("mail.smtp.port", Integer.toString(port));
    p.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    p.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    p.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    p.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
    p.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
    p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    p.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    if (nullSender) p.setProperty("mail.smtp.from", "<>");
    return Session.getInstance(
        p,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user.orElse(""), password);
          }
        });
  }

  @Override
  public String toString() {
    return host + ":" + port; // never the password
  }
}
