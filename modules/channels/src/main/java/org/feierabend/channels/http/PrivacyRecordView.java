package org.feierabend.channels.http;

import java.time.Instant;
import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policy;
import org.feierabend.report.Indicator;
import org.feierabend.report.Odometer;
import org.feierabend.timeline.IsoWeek;

/**
 * What is processed why, for how long and for whom (docs/privacy.md), with the numbers in force.
 *
 * @param controller who answers for it
 * @param smallestGroup k: fewer people are in no figure
 * @param rhoYear privacy budget of any 52 consecutive weeks
 * @param noiseVariance of every figure
 * @param edition content hash of policy and rules these numbers come from
 */
record PrivacyRecordView(
    String controller,
    Sentence basis,
    List<Processing> processing,
    List<String> indicators,
    int smallestGroup,
    String rhoYear,
    String noiseVariance,
    Sentence security,
    Sentence transfers,
    String policy,
    String edition)
    implements View {
  record Processing(
      String what, Sentence purpose, Sentence fields, Sentence until, Sentence recipients) {}

  private static final List<Processing> PROCESSING =
      List.of(
          new Processing(
              "directory",
              new Sentence(
                  "Entscheiden, was jemanden jetzt erreicht", "Deciding what reaches somebody now"),
              new Sentence(
                  "Kennung, Einheit, Dienstort, dienstliche Mail- und Chat-Adressen, Kennung im Herkunftssystem, eigene Zeiten, Abwesenheiten ohne Grund, Bereitschaft",
                  "Id, unit, place of work, work mail and chat addresses, id in the system of origin, own windows, absences without reason, on-call duty"),
              new Sentence(
                  "bis zum Ausscheiden oder zur eigenen Änderung",
                  "until leaving the house, or the person’s change"),
              new Sentence(
                  "die Person selbst; das Personalamt Kennung, Einheit und Dienstort",
                  "the person; the personnel office id, unit and place of work")),
          new Processing(
              "account",
              new Sentence("Anmelden", "Logging in"),
              new Sentence(
                  "Anmeldename, Rollen, Kennwort und Sitzung als Hash",
                  "User name, roles, password and session as hashes"),
              new Sentence(
                  "bis zum Löschen des Kontos; Ende der Sitzung",
                  "until the account is deleted; end of session"),
              new Sentence("Betrieb: Name und Rollen", "operator: name and roles")),
          new Processing(
              "deferral",
              new Sentence("Zurückgehaltenes später zustellen", "Delivering later what waits"),
              new Sentence(
                  "Verweis im sendenden System, Kanal, Art in festen Wörtern, Zeitpunkt",
                  "Reference in the sending system, channel, kind in fixed words, instant"),
              new Sentence(
                  "bis zur Zustellung; im Notfall bis zur Antwort",
                  "until delivered; in an emergency, until answered"),
              new Sentence("die Person selbst", "the person")),
          new Processing(
              "emergency",
              new Sentence(
                  "Notfälle je Absenderrolle zählen, damit NOTFALL nicht die Ruhe aushöhlt",
                  "Counting emergencies by the sender’s role, so that EMERGENCY does not hollow out the rest"),
              new Sentence(
                  "volle Stunde, Rolle, Grund als Code, Urteil; weder wer rief noch wen",
                  "full hour, role, reason code, verdict; neither who called nor whom"),
              new Sentence("30 Tage", "30 days"),
              new Sentence(
                  "Personalamt, Betriebs- oder Personalrat", "personnel office, works council")),
          new Processing(
              "alert",
              new Sentence("Auf Verläufe in Einheiten hinweisen", "Telling of trends in units"),
              new Sentence(
                  "Einheit, Indikator, Woche, veröffentlichter Bereich; ob eine Seite ihn zur Kenntnis nahm, nicht wer",
                  "unit, indicator, week, published interval; whether a side noted it, not who"),
              new Sentence("91 Tage, danach Anzahlen je Monat", "91 days, then counts by month"),
              new Sentence(
                  "Personalamt, Führung der Einheit oder deren Vertretung",
                  "personnel office, the unit’s managers or their deputies")),
          new Processing(
              "rest",
              new Sentence("Ruhezeit wahren", "Keeping the rest"),
              new Sentence("Ende der Ruhezeit", "End of rest"),
              new Sentence("höchstens 36 Stunden", "36 hours at most"),
              new Sentence("die Person selbst", "the person")),
          new Processing(
              "telework",
              new Sentence(
                  "Telearbeit vereinbaren und Tage sofort entscheiden",
                  "Agreeing on telework and deciding days at once"),
              new Sentence(
                  "Bedingungen der Vereinbarung; Tag, Minuten, ein Wort für den Ort, Stand; Wohnstaat",
                  "terms of the agreement; day, minutes, a word for the place, standing; state of residence"),
              new Sentence(
                  "Tage bis zum Ende ihres Quartals; Vereinbarungen bis zum Ausscheiden",
                  "days until the end of their quarter; agreements until leaving the house"),
              new Sentence(
                  "die Person selbst; das Personalamt Vereinbarung und Tage, die es zu entscheiden hat; die Einheit eine Anzahl, und Kennungen nur mit Einwilligung",
                  "the person; the personnel office agreement and days that wait for it; the unit a count, and ids only with consent")),
          new Processing(
              "open-week",
              new Sentence("Zahlen für Gruppen vorbereiten", "Preparing figures of groups"),
              new Sentence(
                  "drei Zähler bis zur Schwelle, Prüfsummen, verschlüsselte Marken; unter einem Wochenpseudonym",
                  "three counters up to their threshold, digests, sealed marks; under a pseudonym of the week"),
              new Sentence(
                  "36 Stunden nach Ende der Woche, mit ihrem Schlüssel",
                  "36 hours after the week’s end, with its key"),
              new Sentence("die Person selbst; sonst niemand", "the person; nobody else")),
          new Processing(
              "release",
              new Sentence(
                  "Überblick für Betriebs- oder Personalrat, Personalamt und Leitung",
                  "Overview for works council, personnel office and management"),
              new Sentence(
                  "verrauschte Zahl je Gruppe, Woche und Indikator: anonym",
                  "noised count per group, week and indicator: anonymous"),
              new Sentence("auf Dauer", "for good"),
              new Sentence(
                  "Betriebs- oder Personalrat, Personalamt, Leitung, Betrieb",
                  "works council, personnel office, management, operator")));

  static PrivacyRecordView of(Employer employer, Policy policy, Instant now) {
    List<Indicator> indicators = policy.indicators(IsoWeek.at(now, employer.zone()).quarter());
    return new PrivacyRecordView(
        employer.name(),
        new Sentence(
            "Art. 6 Abs. 1 Buchst. c und e, Art. 88 DSGVO mit der Dienst- oder Betriebsvereinbarung „%s“ vom %s; Schutz der Ruhezeit nach § 5 ArbZG"
                .formatted(policy.name(), policy.from()),
            "Art. 6(1)(c) and (e), Art. 88 GDPR with the agreement \"%s\" of %s; protection of rest under § 5 ArbZG"
                .formatted(policy.name(), policy.from())),
        PROCESSING,
        indicators.stream().map(Indicator::key).toList(),
        policy.k(),
        policy.rhoYear().toString(),
        Odometer.sigma2(indicators.size(), policy.rhoYear()).toString(),
        new Sentence(
            "Wochenschlüssel außerhalb von Datenbank und Sicherungen, mit der Woche vernichtet; Zählstände außerhalb des Protokolls der Datenbank; diskretes Rauschen; signiertes Kontobuch, vom Betriebs- oder Personalrat allein prüfbar",
            "The week’s key outside database and backups, destroyed with the week; tallies outside the database’s log; discrete noise; a signed ledger the works council checks alone"),
        new Sentence("Keine Übermittlung in Drittländer", "No transfer to third countries"),
        policy.name(),
        policy.edition());
  }
}
