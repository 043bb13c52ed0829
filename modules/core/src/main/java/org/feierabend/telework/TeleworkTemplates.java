package org.feierabend.telework;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.telework.TeleworkAgreement.Term;

/**
 * Model terms to begin with, and the checklist of a workplace.
 *
 * @param templates in the order they are offered
 */
public record TeleworkTemplates(List<Template> templates, WorkplaceChecklist checklist) {
  /** For whom a template is meant. */
  public enum Kind {
    INDIVIDUAL,
    COLLECTIVE
  }

  /**
   * @param terms without dates
   * @param length of the term from its first day
   */
  public record Template(
      String key,
      Kind kind,
      Sentence name,
      Sentence about,
      TeleworkAgreement terms,
      Period length) {
    public Template {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(terms, "terms");
      if (!terms.term().equals(Term.OPEN))
        throw new IllegalArgumentException(
            "The template %s names dates; an agreement made from it does.".formatted(key));
    }

    /** The terms, from that day on. */
    public TeleworkAgreement from(LocalDate day) {
      return terms.term(
          new Term(Optional.of(day), Optional.of(day.plus(length).minusDays(1)), Optional.empty()));
    }
  }

  public TeleworkTemplates {
    templates = List.copyOf(templates);
    Objects.requireNonNull(checklist, "checklist");
    if (templates.isEmpty())
      throw new IllegalArgumentException("There is a model to begin with, but got no template.");
  }
}
