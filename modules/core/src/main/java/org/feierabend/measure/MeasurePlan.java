package org.feierabend.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;

/**
 * What is to be done: the terms both sides agree to.
 *
 * @param owner the unit that sees to it, never a person
 * @param scope the unit it acts on, with all below it; empty: everybody
 * @param due by when it is done
 * @param indicator the figure it is to move
 * @param staffDays working days it takes, halves and quarters allowed
 * @param euros what it costs beside them
 * @param resolution the council decision it comes from, where there is one
 */
public record MeasurePlan(
    Sentence title,
    Horizon horizon,
    UnitId owner,
    Optional<UnitId> scope,
    LocalDate due,
    Indicator indicator,
    BigDecimal staffDays,
    BigDecimal euros,
    Optional<Resolution> resolution) {
  /** How far off its end lies, in the words of a council motion. */
  public enum Horizon {
    SHORT,
    MIDDLE,
    LONG
  }

  public static final BigDecimal MOST_STAFF_DAYS = BigDecimal.valueOf(1_000_000);
  public static final BigDecimal MOST_EUROS = BigDecimal.valueOf(100_000_000_000L);
  private static final int CENTS = 2;
  private static final int LONGEST_TITLE = 200;

  public MeasurePlan {
    Objects.requireNonNull(title, "title");
    if (title.de().isBlank()
        || title.de().length() > LONGEST_TITLE
        || title.en().isBlank()
        || title.en().length() > LONGEST_TITLE)
      throw new BadValue(
          "Eine Maßnahme hat in jeder Sprache einen Titel von 1 bis %d Zeichen, hier sind es %d und %d."
              .formatted(LONGEST_TITLE, title.de().length(), title.en().length()),
          "A measure has a title of 1 to %d characters in each language, but got %d and %d."
              .formatted(LONGEST_TITLE, title.de().length(), title.en().length()));
    Objects.requireNonNull(horizon, "horizon");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(indicator, "indicator");
    staffDays = amount("Personentage", "Staff days", staffDays, MOST_STAFF_DAYS);
    euros = amount("Euro", "Euros", euros, MOST_EUROS);
    Objects.requireNonNull(resolution, "resolution");
  }

  private static BigDecimal amount(String german, String what, BigDecimal value, BigDecimal most) {
    if (value.signum() < 0
        || value.compareTo(most) > 0
        || value.stripTrailingZeros().scale() > CENTS)
      throw new BadValue(
          "%s: 0 bis %s mit höchstens zwei Nachkommastellen, hier steht %s."
              .formatted(german, most.toPlainString(), value.toPlainString()),
          "%s are 0 to %s with at most two decimals, but got %s."
              .formatted(what, most.toPlainString(), value.toPlainString()));
    return value.setScale(CENTS);
  }
}
