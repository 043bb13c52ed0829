package org.feierabend.channels.http;

import org.feierabend.channels.events.Rejection;
import org.feierabend.decision.Language;
import org.feierabend.intake.Outcome;

/**
 * What became of one event.
 *
 * @param status accepted, duplicate or late. Somebody the directory does not know is accepted like
 *     anybody: a source learns nothing about who is in it.
 * @param note says so in words when an event is late
 */
record EventAnswer(String status, String note) implements View {
  static EventAnswer of(Outcome outcome, Language language) {
    if (outcome instanceof Outcome.Duplicate) return new EventAnswer("duplicate", null);
    if (outcome instanceof Outcome.Late late)
      return new EventAnswer(
          "late",
          language == Language.DE
              ? "Die Woche %s ist geschlossen; gezählt wurde nur, dass etwas zu spät kam."
                  .formatted(late.week())
              : "Week %s is closed; only that something came late was counted."
                  .formatted(late.week()));
    return new EventAnswer("accepted", null);
  }

  static Trouble trouble(Rejection rejection) {
    if (rejection.kind() == Rejection.Kind.TOO_LARGE)
      return Trouble.of(413, rejection.sentence().de(), rejection.sentence().en());
    return Trouble.schema(rejection.field(), rejection.schema(), rejection.sentence());
  }

  static Trouble tooFarAhead(Outcome.TooFarAhead ahead) {
    return Trouble.schema(
        "/time",
        Rejection.ENVELOPE,
        new org.feierabend.decision.Sentence(
            "„time“ liegt mehr als 5 Minuten in der Zukunft; das Späteste ist jetzt %s."
                .formatted(ahead.latest()),
            "\"time\" is more than 5 minutes ahead; the latest now is %s."
                .formatted(ahead.latest())));
  }
}
