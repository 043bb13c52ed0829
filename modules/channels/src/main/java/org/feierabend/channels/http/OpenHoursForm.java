package org.feierabend.channels.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Language;
import org.feierabend.people.Employer;
import org.feierabend.people.Unit;
import org.feierabend.timeline.PersonFacts;

/** Hours as a page without a script, and as an iCalendar (RFC 5545). */
final class OpenHoursForm {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private OpenHoursForm() {}

  static String page(
      Employer employer,
      Unit unit,
      LocalDate today,
      List<PersonFacts.Span> open,
      Language language) {
    boolean german = language == Language.DE;
    Locale locale = german ? Locale.GERMANY : Locale.UK;
    DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm");
    StringBuilder rows = new StringBuilder();
    for (PersonFacts.Span span : open) {
      var from = span.from().atZone(employer.zone());
      var to = span.to().atZone(employer.zone());
      rows.append(
          "<tr><th scope=\"row\">%s</th><td>%s–%s</td></tr>%n"
              .formatted(day.format(from), clock.format(from), clock.format(to)));
    }
    String title = german ? "Erreichbarkeit" : "Hours";
    String name = escape(unit.name().in(language)) + ", " + escape(employer.name());
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s · %s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/app/app.css"></head>
        <body><main id="main"><section class="card"><h1>%s</h1><h2>%s</h2>
        <p>%s</p>
        <table><tbody>
        %s</tbody></table>
        <p><a href="%s/hours.ics">iCalendar</a></p></section></main></body></html>
        """
        .formatted(
            german ? "de" : "en",
            title,
            name,
            title,
            name,
            german
                ? "Nachrichten gehen jederzeit ein und wahren Fristen. Gelesen werden sie zu diesen Zeiten (%s), ab %s:"
                    .formatted(employer.zone(), day.format(today))
                : "Messages are received at any time and keep deadlines. They are read in these hours (%s), from %s:"
                    .formatted(employer.zone(), day.format(today)),
            rows,
            unit.id().value());
  }

  static String calendar(Unit unit, Instant now, List<PersonFacts.Span> open) {
    StringBuilder text =
        new StringBuilder(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Feierabend//Hours//EN\r\nMETHOD:PUBLISH\r\n");
    for (PersonFacts.Span span : open)
      text.append("BEGIN:VEVENT\r\n")
          .append("UID:")
          .append(UTC.format(span.from()))
          .append("-" + unit.id() + "@feierabend\r\n")
          .append("DTSTAMP:")
          .append(UTC.format(now))
          .append("\r\n")
          .append("DTSTART:")
          .append(UTC.format(span.from()))
          .append("\r\n")
          .append("DTEND:")
          .append(UTC.format(span.to()))
          .append("\r\n")
          .append("SUMMARY:Erreichbar / Reachable\r\n")
          .append("TRANSP:TRANSPARENT\r\n")
          .append("END:VEVENT\r\n");
    return text.append("END:VCALENDAR\r\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
