package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.MeasurePlan.Horizon;
import org.feierabend.measure.Resolution;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;

/**
 * Reads what a measure is to say. A field for a person there is not.
 *
 * @param today where the employer is
 */
record MeasureReader(List<Unit> units, LocalDate today) {
  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "horizon",
          "owner",
          "scope",
          "due",
          "indicator",
          "staff_days",
          "euros",
          "resolution");

  /** Of a measure there was not yet: its end is still to come. */
  MeasurePlan fresh(Fields document) {
    MeasurePlan plan = read(document);
    if (plan.due().isBefore(today))
      throw Trouble.field(
          "/due",
          "Eine neue Maßnahme ist frühestens heute fällig, nicht schon am %s."
              .formatted(plan.due()),
          "A new measure is due today at the earliest, not on %s already.".formatted(plan.due()));
    return plan;
  }

  MeasurePlan read(Fields document) {
    document.only(KNOWN);
    try {
      return new MeasurePlan(
          title(document),
          document.word("horizon", Horizon.class).orElseThrow(() -> document.missing("horizon")),
          unit(document, "owner").orElseThrow(() -> document.missing("owner")),
          unit(document, "scope"),
          document.date("due").orElseThrow(() -> document.missing("due")),
          indicator(document),
          amount(document, "staff_days"),
          amount(document, "euros"),
          document.optionalObject("resolution").map(this::resolution));
    } catch (IllegalArgumentException wrong) {
      throw Trouble.field(
          "/",
          "Diese Angaben passen nicht zusammen: " + BadValue.told(wrong).de(),
          "These terms do not fit together: " + BadValue.told(wrong).en());
    }
  }

  /** {@code {"de": "…", "en": "…"}}: whoever reads it reads it in their own language. */
  private static Sentence title(Fields document) {
    if (!document.node().path("title").isObject())
      throw document.expected("title", "{\"de\": \"…\", \"en\": \"…\"}");
    Fields title = document.object("title");
    title.only(Set.of("de", "en"));
    return new Sentence(inBoth(title, "de"), inBoth(title, "en"));
  }

  private static String inBoth(Fields title, String language) {
    return title
        .optional(language)
        .map(String::strip)
        .orElseThrow(
            () ->
                Trouble.field(
                    "/title/" + language,
                    "Der Titel steht auf Deutsch und auf Englisch; „%s“ fehlt.".formatted(language),
                    "The title stands in German and in English; \"%s\" is missing."
                        .formatted(language)));
  }

  private Optional<UnitId> unit(Fields document, String field) {
    Optional<String> named = document.optional(field);
    if (named.isEmpty()) return Optional.empty();
    return Optional.of(
        units.stream()
            .map(Unit::id)
            .filter(u -> u.value().equals(named.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    Trouble.field(
                        "/" + field,
                        "Zuständig ist eine Einheit, nie eine Person; die Einheit „%s“ gibt es nicht."
                            .formatted(named.get()),
                        "A unit owns it, never a person; there is no unit \"%s\"."
                            .formatted(named.get()))));
  }

  private static Indicator indicator(Fields document) {
    String key = document.text("indicator");
    return Indicator.byKey(key)
        .orElseThrow(
            () ->
                Trouble.field(
                    "/indicator",
                    "Diesen Indikator gibt es nicht: %s.".formatted(key),
                    "There is no such indicator: %s.".formatted(key)));
  }

  /** As text, so that no digit is lost on the way, or a number; absent: nothing. */
  private static BigDecimal amount(Fields document, String field) {
    JsonNode value = document.node().path(field);
    if (value.isMissingNode() || value.isNull()) return BigDecimal.ZERO;
    if (value.isNumber()) return value.decimalValue();
    return document.parsed(field, BigDecimal::new, "\"12500.00\"").orElseThrow();
  }

  private Resolution resolution(Fields resolution) {
    resolution.only(Set.of("date", "number"));
    LocalDate date = resolution.date("date").orElseThrow(() -> resolution.missing("date"));
    if (date.isAfter(today))
      throw Trouble.field(
          "/resolution/date",
          "Ein Beschluss vom %s liegt noch vor uns; bitte den Tag nennen, an dem beschlossen wurde."
              .formatted(date),
          "A decision of %s is still to come; please name the day it was taken.".formatted(date));
    return new Resolution(date, resolution.text("number").strip());
  }
}
