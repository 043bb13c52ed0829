package org.feierabend.channels.calendar;

import java.net.URI;
import java.util.Objects;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Person;

/**
 * The calendar server beside us.
 *
 * @param user who may read free and busy times of all
 * @param calendar path of somebody's calendar; {@code {name}} is the part of their first mail
 *     address before the @, {@code {mail}} all of it, {@code {id}} their id in the directory
 */
public record CalDavSettings(
    EmployerId employer, URI server, String user, String password, String calendar) {
  public CalDavSettings {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    boolean web = "https".equals(server.getScheme()) || "http".equals(server.getScheme());
    if (!web || server.getHost() == null)
      throw new IllegalArgumentException(
          "feierabend.caldav.url is %s; it should be like https://calendar.example.org."
              .formatted(server));
    if (!calendar.startsWith("/") || !calendar.endsWith("/") || !calendar.contains("{"))
      throw new IllegalArgumentException(
          "feierabend.caldav.calendar is %s; it should be like /dav/calendars/user/{name}/Default/."
              .formatted(calendar));
  }

  /** Empty text for whom no such path exists, as nobody knows their address. */
  String pathOf(Person person) {
    String mail = person.addresses().mail().stream().findFirst().orElse("");
    if (mail.isEmpty() && !calendar.contains("{id}")) return "";
    return calendar
        .replace("{name}", segment(mail.replaceAll("@.*", "")))
        .replace("{mail}", segment(mail))
        .replace("{id}", segment(person.id().value()));
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
