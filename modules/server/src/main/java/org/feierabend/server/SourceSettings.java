package org.feierabend.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.feierabend.channels.people.LdapSettings;
import org.feierabend.contact.EmployerId;

/** Where people and their working times come from; everything is off until it is configured. */
record SourceSettings(Settings settings) {

  Optional<LdapSettings> ldap() {
    return settings
        .text("feierabend.ldap.url")
        .map(
            url ->
                new LdapSettings(
                    url(url),
                    text("ldap.user", ""),
                    text("ldap.password", ""),
                    new EmployerId(settings.required("feierabend.ldap.employer")),
                    settings.required("feierabend.ldap.units.base"),
                    text("ldap.units.filter", "(objectClass=organizationalUnit)"),
                    text("ldap.units.id", "ou"),
                    text("ldap.units.name", "description"),
                    settings.required("feierabend.ldap.people.base"),
                    text("ldap.people.filter", "(objectClass=inetOrgPerson)"),
                    text("ldap.people.id", "uid"),
                    text("ldap.people.mail", "mail"),
                    text("ldap.people.chat", ""),
                    text("ldap.people.unit", "departmentNumber"),
                    share(text("ldap.most-leaving", "10")),
                    duration("ldap.every", "PT1H")));
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (!"ldaps".equals(url.getScheme()) && !"ldap".equals(url.getScheme()))
      throw new IllegalArgumentException(
          "feierabend.ldap.url is %s; it should be like ldaps://ldap.example.org.".formatted(text));
    return url;
  }

  private static int share(String text) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 100)
      throw new IllegalArgumentException(
          "feierabend.ldap.most-leaving is %s; it is a share from 0 to 100 per cent."
              .formatted(text));
    return Integer.parseInt(text);
  }

  /** Whose working times are recorded. */
  Optional<EmployerId> recordedEmployer() {
    return settings.text("feierabend.time-recording.employer").map(EmployerId::new);
  }

  Optional<Path> dropFolder() {
    return settings
        .text("feierabend.time-recording.folder")
        .map(folder -> settings.home().resolve(folder));
  }

  Optional<URI> pullUrl() {
    return settings.text("feierabend.time-recording.url").map(URI::create);
  }

  Optional<String> pullToken() {
    return settings.text("feierabend.time-recording.token");
  }

  Duration pullEvery() {
    return duration("time-recording.every", "PT15M");
  }

  private Duration duration(String name, String usual) {
    String text = text(name, usual);
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "feierabend.%s is %s; it should be like PT15M.".formatted(name, text), e);
    }
  }

  private String text(String name, String usual) {
    return settings.text("feierabend." + name).orElse(usual);
  }
}
