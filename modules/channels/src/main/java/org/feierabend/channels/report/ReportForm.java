package org.feierabend.channels.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.decision.Language;
import org.feierabend.report.Report;

/** The forms a report leaves in. */
public enum ReportForm {
  PDF("application/pdf"),
  HTML("text/html; charset=utf-8"),
  CSV("text/csv; charset=utf-8"),
  JSON("application/json");

  private final String mediaType;

  ReportForm(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<ReportForm> byKey(String key) {
    for (ReportForm form : values())
      if (form.name().toLowerCase(Locale.ROOT).equals(key)) return Optional.of(form);
    return Optional.empty();
  }

  /** CSV and JSON hold both languages. The same report always gives the same bytes. */
  public byte[] of(Report report, Language language) {
    return switch (this) {
      case PDF ->
          ReportPdf.of(ReportHtml.of(report, language), report.period().to().monday().plusWeeks(1));
      case HTML -> ReportHtml.of(report, language).getBytes(StandardCharsets.UTF_8);
      case CSV -> ReportTable.csv(report).getBytes(StandardCharsets.UTF_8);
      case JSON -> ReportTable.json(report).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** What the columns of CSV and JSON mean, as CSV. */
  public static byte[] dictionary() {
    return ReportTable.dictionary().getBytes(StandardCharsets.UTF_8);
  }

  /** Such as {@code feierabend-2026-Q1-de.pdf}. */
  public String fileName(Report report, Language language) {
    String key = name().toLowerCase(Locale.ROOT);
    boolean both = this == CSV || this == JSON;
    return "feierabend-%s%s.%s"
        .formatted(
            report.period().label(),
            both ? "" : "-" + language.name().toLowerCase(Locale.ROOT),
            key);
  }
}
