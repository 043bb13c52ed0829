package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.alert.Alert;
import org.feierabend.alert.Alerts;
import org.feierabend.alert.Inbox;
import org.feierabend.book.Book;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class AlertsViewTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final UnitId YOUTH = new UnitId("u51");

  private static AlertsView view(List<Unit> units) {
    Book.Rule rule =
        new Book.Rule(
            "alert-rise",
            new Sentence("Das Quartal stieg.", "The quarter rose."),
            "Eine Zahl ist höher als früher.",
            "DV",
            false);
    Book book =
        new Book(
            "7f3a",
            List.of(
                new Book.Chapter(
                    "alerts",
                    new Sentence("Hinweise", "Alerts"),
                    new Sentence("Von Einheiten", "Of units"),
                    List.of(new Book.Concern("alerts", List.of(rule), List.of(), List.of())))),
            List.of(),
            List.of());
    return AlertsView.of(
        new Inbox.Content(
            List.of(kept(1, "alert-rise"), kept(2, "alert-withdrawn")), 0, Optional.empty()),
        units,
        book,
        BERLIN,
        List.of());
  }

  private static Alerts.Kept kept(long id, String rule) {
    Alert alert =
        new Alert(
            IsoWeek.parse("2026-W46"),
            YOUTH,
            Indicator.CONTACTS_OUTSIDE,
            rule,
            new BigDecimal("31.4"),
            new BigDecimal("40.2"),
            13);
    return new Alerts.Kept(id, alert, Instant.parse("2026-11-18T06:00:00Z"));
  }

  @Test
  void an_alert_says_the_interval_and_why_it_is_told() {
    Unit youth = new Unit(YOUTH, new Sentence("Jugendamt", "Youth Office"), Optional.empty());
    Sentence said = view(List.of(youth)).alerts().get(0).sentence();
    assertTrue(said.de().startsWith("Jugendamt: Zwischen 31 % und 41 %"), said.de());
    assertTrue(said.de().contains(" Das Quartal stieg. "), said.de());
    assertTrue(said.en().startsWith("Youth Office: between 31 % and 41 %"), said.en());
    assertTrue(said.en().contains(" The quarter rose. "), said.en());
  }

  @Test
  void what_is_in_the_book_or_the_house_no_more_is_named_by_its_id() {
    AlertsView view = view(List.of());
    assertEquals(2, view.alerts().size());
    Sentence said = view.alerts().get(1).sentence();
    assertTrue(said.de().startsWith("u51: "), said.de());
    assertTrue(said.en().contains(" alert-withdrawn. "), said.en());
  }
}
