package org.feierabend.rulebook;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.policy.OpenData;
import org.feierabend.policy.Reporting;
import org.feierabend.report.ReportPeriod.Kind;

/**
 * Reads {@code reports: { at: "07:00", recipients: [{ to: council@example.org, language: DE, kinds:
 * [QUARTERLY], person: p-12, reminders: true }], open-data: { licence: dl-de/by-2-0, publisher: …,
 * contact: … } }}.
 */
final class ReportingForm {
  private ReportingForm() {}

  static Reporting read(Entry entry) {
    Map<String, Entry> keys = entry.map(Set.of("at", "recipients", "open-data"));
    LocalTime at =
        keys.containsKey("at") ? keys.get("at").as(LocalTime::parse) : Reporting.STANDARD.at();
    List<Reporting.Recipient> recipients = new ArrayList<>();
    if (keys.containsKey("recipients"))
      for (Entry e : keys.get("recipients").list()) recipients.add(recipient(e));
    return new Reporting(
        at, recipients, Optional.ofNullable(keys.get("open-data")).map(ReportingForm::openData));
  }

  private static OpenData openData(Entry entry) {
    entry.map(Set.of("licence", "publisher", "contact"));
    Entry licence = entry.need("licence");
    OpenData.Licence known =
        OpenData.Licence.byKey(licence.text())
            .orElseThrow(
                () ->
                    licence.refuse(
                        "there is no licence '%s'; there are %s"
                            .formatted(
                                licence.text(),
                                Arrays.stream(OpenData.Licence.values())
                                    .map(OpenData.Licence::key)
                                    .toList())));
    try {
      return new OpenData(known, entry.need("publisher").text(), entry.need("contact").text());
    } catch (IllegalArgumentException refused) {
      throw entry.refuse(refused.getMessage());
    }
  }

  private static Reporting.Recipient recipient(Entry entry) {
    Map<String, Entry> keys = entry.map(Set.of("to", "language", "kinds", "person", "reminders"));
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Entry kind : entry.need("kinds").list()) kinds.add(kind.as(Kind.class));
    try {
      return new Reporting.Recipient(
          entry.need("to").text(),
          entry.need("language").as(Language.class),
          kinds,
          Optional.ofNullable(keys.get("person")).map(p -> p.as(PersonId::new)),
          keys.containsKey("reminders") && keys.get("reminders").as(Boolean::valueOf));
    } catch (IllegalArgumentException refused) {
      throw entry.refuse(refused.getMessage());
    }
  }
}
