package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import org.feierabend.launcher.Api;

/** What the demo's two sides have agreed on: some measures, and telework of an office. */
final class DemoAgreed {
  private static final String MEASURES = "/api/v1/measures";
  private static final String AGREEMENTS = "/api/v1/telework/agreements";
  private static final ObjectNode NOTHING = Api.object();

  private final PatientApi operator;
  private final String employer;
  private final LocalDate today;
  private final PatientApi hr;
  private final PatientApi council;
  private final String hrToken;
  private final String councilToken;

  DemoAgreed(PatientApi operator, URI address, String employer, LocalDate today) {
    this.operator = operator;
    this.employer = employer;
    this.today = today;
    JsonNode hrMade = token("hr");
    JsonNode councilMade = token("council");
    this.hrToken = hrMade.path("id").asText();
    this.councilToken = councilMade.path("id").asText();
    this.hr = new PatientApi(address, hrMade.path("token").asText());
    this.council = new PatientApi(address, councilMade.path("token").asText());
  }

  private JsonNode token(String role) {
    return operator.post(
        "/api/v1/tokens",
        Api.object().put("role", role).put("name", "demo-seed").put("employer", employer));
  }

  /** Made as both sides, whose tokens then end. */
  void seed() {
    measures();
    telework();
    operator.ask("DELETE", "/api/v1/tokens/" + Api.segment(hrToken), "");
    operator.ask("DELETE", "/api/v1/tokens/" + Api.segment(councilToken), "");
  }

  private void measures() {
    JsonNode delayed =
        agreed(
            measure(
                "Nachrichten nach Feierabend erst am nächsten Morgen zustellen",
                "Deliver messages of the evening in the morning",
                "SHORT",
                "it",
                26,
                "contacts-outside-window",
                "18.5",
                "6400.00"));
    JsonNode running = happened(delayed, "beginning", today.minusWeeks(30));
    happened(running, "completion", today.minusWeeks(28));
    JsonNode core =
        agreed(
            measure(
                "Besprechungen nur in der Kernzeit von 9 bis 15 Uhr",
                "Meetings in core time from 9 to 15 alone",
                "SHORT",
                "personalamt",
                12,
                "meetings-outside-frame",
                "9",
                "0"));
    happened(core, "beginning", today.minusWeeks(9));
    agreed(
        measure(
            "Rufbereitschaft im Ordnungsamt mit Ausgleich neu planen",
            "Plan on-call duty of the public order office anew, with rest in return",
            "MIDDLE",
            "ordnungsamt",
            40,
            "rest-cut-short",
            "64.25",
            "38500.00"));
    council.post(
        MEASURES,
        measure(
            "Führungskräfte schulen: wie Vertretung gelingt",
            "Train heads: how deputising works",
            "MIDDLE",
            "personalamt",
            52,
            "contacts-outside-window",
            "45",
            "27900.50"));
    hr.post(
        MEASURES,
        measure(
            "Zwei weitere Stellen im Jugendamt gegen Arbeit am Abend",
            "Two more posts in the youth welfare office against work in the evening",
            "LONG",
            "jugendamt",
            120,
            "contacts-outside-window",
            "10",
            "168000.00"));
  }

  private ObjectNode measure(
      String de,
      String en,
      String horizon,
      String owner,
      int weeks,
      String indicator,
      String staffDays,
      String euros) {
    ObjectNode measure =
        Api.object()
            .put("horizon", horizon)
            .put("owner", owner)
            .put("due", today.plusWeeks(weeks).toString())
            .put("indicator", indicator)
            .put("staff_days", staffDays)
            .put("euros", euros);
    measure.putObject("title").put("de", de).put("en", en);
    measure
        .putObject("resolution")
        .put("date", today.minusWeeks(44).toString())
        .put("number", "20-26 / B 117");
    return measure;
  }

  private JsonNode agreed(ObjectNode measure) {
    JsonNode proposed = hr.post(MEASURES, measure);
    return council.say(path(MEASURES, proposed, "agreement"), proposed, NOTHING);
  }

  private JsonNode happened(JsonNode measure, String word, LocalDate on) {
    return hr.say(path(MEASURES, measure, word), measure, Api.object().put("on", on.toString()));
  }

  /**
   * Two offices as agreed with the council, one of them soon to be renewed; and a proposal that
   * waits.
   */
  private void telework() {
    JsonNode office = hr.post(AGREEMENTS, terms().put("unit", "jugendamt"));
    council.say(path(AGREEMENTS, office, "agreement"), office, NOTHING);
    JsonNode ending =
        hr.post(
            AGREEMENTS,
            terms()
                .put("unit", "kasse")
                .put("from", today.minusYears(2).toString())
                .put("until", today.plusDays(44).toString()));
    council.say(path(AGREEMENTS, ending, "agreement"), ending, NOTHING);
    hr.post(AGREEMENTS, terms().put("unit", "bibliothek").put("quota", "20 %"));
    String abroad = "/api/v1/telework/people/" + Api.segment(DemoTown.IDS.of(3));
    hr.put(abroad, hr.get(abroad), Api.object().put("residence", "AT"));
  }

  private ObjectNode terms() {
    ObjectNode terms =
        Api.object()
            .put("quota", "40 %")
            .put("days_per_week", 2)
            .put("notice_days", 1)
            .put("from", today.minusWeeks(40).toString())
            .put("until", today.minusWeeks(40).plusYears(3).minusDays(1).toString())
            .put("equipped", true)
            .put("risk_assessed", true);
    terms.putArray("presence").add("TUE");
    terms.putArray("places").add("home");
    return terms;
  }

  private static String path(String of, JsonNode document, String word) {
    return of + "/" + document.path("id").asText() + "/" + word;
  }
}
