package org.feierabend.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.feierabend.channels.door.Probe;
import org.feierabend.channels.mail.MailSettings;
import org.feierabend.contact.EmployerId;

/** The settings of doors beside other servers; without its first one a door is off. */
final class DoorSettings {
  private static final String LOOPBACK = "127.0.0.1";
  private final Config config = ConfigProvider.getConfig();

  /** Off without {@code feierabend.mail.port}. */
  Optional<MailSettings> mail() {
    return text("feierabend.mail.port")
        .map(
            port ->
                new MailSettings(
                    text("feierabend.mail.address").orElse(LOOPBACK),
                    number("feierabend.mail.port", port),
                    new EmployerId(required("feierabend.mail.employer")),
                    mode(text("feierabend.mail.mode").orElse("retry")),
                    Probe.of(text("feierabend.mail.server").orElse(LOOPBACK + ":10026")),
                    Duration.parse(text("feierabend.mail.retry").orElse("PT4M"))));
  }

  private static MailSettings.Mode mode(String word) {
    for (MailSettings.Mode mode : MailSettings.Mode.values())
      if (mode.name().toLowerCase(Locale.ROOT).equals(word)) return mode;
    throw new IllegalArgumentException(
        "feierabend.mail.mode is retry or hold, but got '%s'.".formatted(word));
  }

  private static int number(String name, String text) {
    if (text.matches("\\d{1,5}")) return Integer.parseInt(text);
    throw new IllegalArgumentException("%s is a number, but got '%s'.".formatted(name, text));
  }

  private Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }

  private String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The setting %s is missing; the door beside it needs it.".formatted(name)));
  }
}
