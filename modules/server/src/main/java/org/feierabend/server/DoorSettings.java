package org.feierabend.server;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.feierabend.channels.calendar.CalDavSettings;
import org.feierabend.channels.chat.ChatSettings;
import org.feierabend.channels.door.Probe;
import org.feierabend.channels.mail.MailSettings;
import org.feierabend.channels.report.SmtpSettings;
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

  /** By which server citizens who write after hours are sent a receipt; empty: they are not. */
  Optional<SmtpSettings> receipts() {
    return mailed("feierabend.mail.receipts");
  }

  /** By which server people propose another time to an organiser; empty: nothing is sent. */
  Optional<SmtpSettings> proposals() {
    return mailed("feierabend.caldav.proposals");
  }

  private Optional<SmtpSettings> mailed(String switchedOn) {
    return text(switchedOn)
        .filter("true"::equals)
        .map(
            yes ->
                new Settings()
                    .smtp()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                switchedOn
                                    + " needs feierabend.smtp.host and feierabend.smtp.from.")));
  }

  /** The calendar server meetings are read from; empty: the door is off. */
  Optional<CalDavSettings> calDav() {
    return text("feierabend.caldav.url")
        .map(
            url ->
                new CalDavSettings(
                    new EmployerId(required("feierabend.caldav.employer")),
                    URI.create(url),
                    required("feierabend.caldav.user"),
                    required("feierabend.caldav.password"),
                    required("feierabend.caldav.calendar"),
                    text("feierabend.caldav.inbox")));
  }

  /** The chat server whose module is told what may go on; empty: the door is off. */
  Optional<ChatSettings> chat() {
    return text("feierabend.chat.url")
        .map(
            url ->
                new ChatSettings(
                    new EmployerId(required("feierabend.chat.employer")),
                    URI.create(url),
                    required("feierabend.chat.token")));
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
