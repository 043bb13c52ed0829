package org.feierabend.channels.calendar;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Person;

/**
 * The calendar server beside us.
 *
 * @param user who may read free and busy times of all
 * @param inbox path of somebody's scheduling Inbox, written like {@code calendar}; empty: free
 *     times are kept there for nobody
 * @param calendar path of somebody's calendar; {@code {name}} is the part of their first mail
 *     address before the @, {@code {mail}} all of it, {@code {id}} their id in the directory
 */
public record CalDavSettings(
    EmployerId employer,
    URI server,
    String user,
    String password,
    String calendar,
    Optional<String> inbox) {
  public CalDavSettings {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    boolean web = "https".equals(server.getScheme()) || "http".equals(server.getScheme());
    if (!web || server.getHost() == null)
      throw new IllegalArgumentException(
          "feierabend.caldav.url is %s; it should be like https://calendar.example.org."
              .formatted(server));
    path("calendar", calendar, "Default");
    inbox.ifPresent(i -> path("inbox", i, "Inbox"));
  }

  private static void path(String setting, String value, String usual) {
    if (!value.startsWith("/") || !value.endsWith("/") || !value.contains("{"))
      throw new IllegalArgumentException(
          "feierabend.caldav.%s is %s; it should be like /dav/calendars/user/{name}/%s/."
              .formatted(setting, value, usual));
  }

  /** Empty for whom no such path exists, as nobody knows their address. */
  Optional<String> pathOf(Person person) {
    return filled(calendar, person);
  }

  /** Where their free times are kept; empty: nowhere. */
  Optional<String> inboxOf(Person person) {
    return inbox.flatMap(template -> filled(template, person));
  }

  private static Optional<String> filled(String template, Person person) {
    String mail = person.addresses().mail().stream().findFirst().orElse("");
    if (mail.isEmpty() && !template.contains("{id}")) return Optional.empty();
    return Optional.of(
        template
            .replace("{name}", segment(mail.replaceAll("@.*", "")))
            .replace("{mail}", segment(mail))
            .replace("{id}", segment(person.id().value())));
  }

  private static String segment(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%40", "@");
  }

  @Override
  public String toString() {
    return server.toString(); // never the password
  }
}
