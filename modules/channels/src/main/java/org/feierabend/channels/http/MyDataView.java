package org.feierabend.channels.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.OwnWeek;
import org.feierabend.report.Indicator;

/**
 * Everything stored about one person (Art. 15 GDPR).
 *
 * @param restUntil end of the rest that follows the last known work; absent when none is known
 * @param explained the kept explanations of the open weeks
 * @param telework agreement and planned days; of past quarters none is stored
 * @param feeds secret addresses of free times; of none is the secret known
 * @param push browsers that are told when the window opens
 * @param waitingDevices how many of my devices a push waits for
 * @param calendarServer whether free times are kept there too
 * @param note what else exists and cannot be found again by anybody
 */
record MyDataView(
    Account account,
    SettingsView directory,
    List<Held> waiting,
    String restUntil,
    List<Week> openWeeks,
    WhyCardView explained,
    TeleworkViews.Mine telework,
    List<FeedsView.Entry> feeds,
    List<PushView.Entry> push,
    int waitingDevices,
    KeptView calendarServer,
    Sentence note)
    implements View {
  /** The log-in; its password is stored as a hash that nobody can read back. */
  record Account(String user, List<String> roles) {}

  /** What is held until later: a reference in the sending system, and nothing else. */
  record Held(String source, String reference, String channel, String until) {}

  /**
   * What is counted under this week's pseudonym.
   *
   * @param counts indicator → count, which ends at the indicator's threshold
   */
  record Week(String week, Map<String, Integer> counts, boolean objected) {}

  private static final Sentence NOTE =
      new Sentence(
          "Bis zum Abschluss einer Woche liegen dazu noch verschlüsselte Marken und Prüfsummen unter einem"
              + " Wochenpseudonym vor; mit dem Schlüssel der Woche sind sie vernichtet. Über abgeschlossene Wochen ist"
              + " nichts mehr vorhanden, was sich auf Sie beziehen ließe.",
          "Until a week is closed there are also sealed marks and digests under a pseudonym of that week; with the"
              + " week's key they are destroyed. Of closed weeks nothing is left that could be related to you.");

  static MyDataView of(
      Caller caller,
      SettingsView directory,
      List<Deferral> held,
      Optional<Instant> restUntil,
      List<OwnWeek.Open> weeks,
      WhyCardView explained,
      TeleworkViews.Mine telework,
      FeedsView feeds,
      PushView push,
      int waitingDevices,
      KeptView calendarServer,
      ZoneId zone) {
    return new MyDataView(
        new Account(
            caller.user(),
            caller.roles().stream().map(r -> r.name().toLowerCase(Locale.ROOT)).sorted().toList()),
        directory,
        held.stream()
            .map(
                d ->
                    new Held(
                        d.ref().source(),
                        d.ref().id(),
                        d.channel().name(),
                        Json.at(d.until(), zone)))
            .toList(),
        restUntil.map(at -> Json.at(at, zone)).orElse(null),
        weeks.stream().map(MyDataView::week).toList(),
        explained,
        telework,
        feeds.feeds(),
        push.subscriptions(),
        waitingDevices,
        calendarServer,
        NOTE);
  }

  private static Week week(OwnWeek.Open open) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Indicator i : Indicator.values())
      counts.put(i.key(), open.counted().map(c -> c.counts().getOrDefault(i, 0)).orElse(0));
    return new Week(
        open.week().toString(), counts, open.counted().filter(c -> c.objected()).isPresent());
  }
}
