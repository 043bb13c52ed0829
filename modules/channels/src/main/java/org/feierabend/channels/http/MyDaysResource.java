package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.timeline.PersonFacts.OneOff;

/**
 * Dates that differ from every week: other windows, or none. They open and close windows and touch
 * no protection, as whatever is said once.
 */
@Path("me/days")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyDaysResource {
  private static final int AHEAD = 400; // days: as far as decisions look
  private static final int MOST_WINDOWS = 10;
  private static final int MOST = 1_000;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject EmployerTime time;

  @GET
  public Response get() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    ZoneId zone = Zones.of(scope.self(employer), employer);
    return shown(new OwnDays(zone, scope.self(employer).facts().hours().oneOffs()));
  }

  /**
   * @param to the last of several dates, all with the same windows; absent: the date alone
   */
  @PUT
  @Path("{date}")
  @Consumes("application/json")
  public Response put(@PathParam("date") String date, @QueryParam("to") String to, InputStream body)
      throws IOException {
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("windows", "days"));
    if (!document.node().has("windows")) throw document.missing("windows");
    List<OwnDays.Hours> windows = windows(document);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : document.texts("days")) days.add(weekday(document, word));
    return changed(
        date,
        to,
        (said, day) ->
            days.isEmpty() || days.contains(day.getDayOfWeek()) ? said.with(day, windows) : said);
  }

  /** The date, or all of them, as every week has it. */
  @DELETE
  @Path("{date}")
  public Response delete(@PathParam("date") String date, @QueryParam("to") String to) {
    return changed(date, to, OwnDays::without);
  }

  private Response changed(
      String date, String last, BiFunction<OwnDays, LocalDate, OwnDays> change) {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    Instant now = time.now(employer);
    ZoneId zone = Zones.of(scope.self(employer), employer);
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate from = date("date", date, today);
    LocalDate to = Optional.ofNullable(last).map(l -> date("?to", l, from)).orElse(from);
    if (to.isAfter(today.plusDays(AHEAD)))
      throw Trouble.field(
          "date",
          "Höchstens %d Tage im Voraus, also bis %s.".formatted(AHEAD, today.plusDays(AHEAD)),
          "At most %d days ahead, that is until %s.".formatted(AHEAD, today.plusDays(AHEAD)));
    List<OneOff> stored =
        new OwnChange(scope, employer, directory)
            .oneOffs(
                said -> {
                  OwnDays days =
                      new OwnDays(
                          zone, said.stream().filter(o -> o.span().to().isAfter(now)).toList());
                  for (LocalDate d = from; !d.isAfter(to); d = d.plusDays(1))
                    days = change.apply(days, d);
                  return few(days.said());
                })
            .hours()
            .oneOffs();
    return shown(new OwnDays(zone, stored));
  }

  private static List<OwnDays.Hours> windows(Fields document) {
    List<OwnDays.Hours> windows = new ArrayList<>();
    for (Fields window : document.objects("windows")) {
      window.only(Set.of("from", "to"));
      LocalTime from = window.time("from").orElseThrow(() -> window.missing("from"));
      LocalTime to = window.time("to").orElseThrow(() -> window.missing("to"));
      if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT))
        throw Trouble.field(
            window.pointer() + "/to",
            "An einem einzelnen Tag endet ein Fenster nach seinem Beginn, spätestens um 24:00.",
            "On a single date a window ends after it begins, at 24:00 at the latest.");
      windows.add(new OwnDays.Hours(from, to));
    }
    if (windows.size() > MOST_WINDOWS)
      throw Trouble.field("/windows", "Höchstens 10 Fenster am Tag.", "At most 10 windows a day.");
    return windows;
  }

  private static DayOfWeek weekday(Fields document, String word) {
    try {
      return Weekdays.day(word);
    } catch (IllegalArgumentException e) {
      throw document.expected("days", "[\"MON\", \"TUE\"]");
    }
  }

  private static LocalDate date(String where, String text, LocalDate earliest) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (!date.isBefore(earliest)) return date;
    } catch (DateTimeParseException e) {
      throw Trouble.field(
          where,
          "Gemeint ist ein Datum wie 2026-12-03, nicht '%s'.".formatted(text),
          "A date such as 2026-12-03 is meant, not '%s'.".formatted(text));
    }
    throw Trouble.field(
        where,
        "%s liegt vor %s; Vergangenes ändert sich nicht.".formatted(text, earliest),
        "%s lies before %s; what has passed does not change.".formatted(text, earliest));
  }

  private static List<OneOff> few(List<OneOff> said) {
    if (said.size() > MOST)
      throw Trouble.field(
          "date",
          "Das wären zu viele einzelne Tage; bitte welche zurücknehmen.",
          "These would be too many single dates; please take some back.");
    return said;
  }

  private static Response shown(OwnDays days) {
    return Response.ok(new DaysView(days.zone().getId(), days.view()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
