package org.feierabend.policy;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Language;
import org.feierabend.report.ReportPeriod;

/**
 * When reports are prepared and who is sent them.
 *
 * @param at time of day, on the Wednesday after the last week of the period
 * @param openData how a year may be published; empty: not at all
 */
public record Reporting(LocalTime at, List<Recipient> recipients, Optional<OpenData> openData) {
  /** Where a policy says nothing: at seven, and sent to nobody. */
  public static final Reporting STANDARD =
      new Reporting(LocalTime.of(7, 0), List.of(), Optional.empty());

  /**
   * @param to mail address
   * @param person who reads there, as far as it is one person of the directory: then that person's
   *     own hours hold, else the policy's windows
   * @param reminders whether telework's reminders go there too: how many, never whose
   */
  public record Recipient(
      String to,
      Language language,
      Set<ReportPeriod.Kind> kinds,
      Optional<PersonId> person,
      boolean reminders) {
    public Recipient {
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(person, "person");
      kinds = Set.copyOf(kinds);
      if (!to.matches("[^\\s@,;<>]+@[^\\s@,;<>]+"))
        throw new IllegalArgumentException(
            "A recipient is a mail address like council@example.org, but got '%s'.".formatted(to));
    }
  }

  public Reporting {
    Objects.requireNonNull(at, "at");
    recipients = List.copyOf(recipients);
    Objects.requireNonNull(openData, "openData");
  }
}
