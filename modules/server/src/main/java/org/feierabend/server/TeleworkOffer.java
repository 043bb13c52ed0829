package org.feierabend.server;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.people.Employer;
import org.feierabend.rulebook.Unreadable;
import org.feierabend.rulebook.YamlTeleworkTemplates;
import org.feierabend.telework.OfferedTemplates;
import org.feierabend.telework.TakenTemplates;
import org.feierabend.telework.TeleworkTemplates;
import org.feierabend.telework.TeleworkTemplates.Template;

/** The house's model terms, and those taken over; the house's checklist stands for all of them. */
record TeleworkOffer(TeleworkTemplates own, TakenTemplates taken) implements OfferedTemplates {
  private static final System.Logger LOG = System.getLogger(TeleworkOffer.class.getName());

  @Override
  public List<Offered> of(Employer employer) {
    List<Offered> all = new ArrayList<>();
    for (Template t : own.templates()) all.add(new Offered(t, Optional.empty()));
    for (TakenTemplates.Taken t : taken.of(employer.id()))
      for (Template template : read(t))
        all.add(new Offered(template, Optional.of(new Origin(t.id(), t.city(), t.made()))));
    return all;
  }

  @Override
  public Optional<TakenTemplates.Taken> drop(Employer employer, UUID id) {
    return taken.drop(employer.id(), id);
  }

  private List<Template> read(TakenTemplates.Taken taken) {
    try {
      return YamlTeleworkTemplates.read(taken.city(), taken.text()).templates().stream()
          .map(t -> ours(taken.id() + "/" + t.key(), t))
          .toList();
    } catch (Unreadable | IllegalArgumentException changed) {
      LOG.log(Level.WARNING, "Model terms taken over cannot be read any more.", changed);
      return List.of();
    }
  }

  private Template ours(String key, Template theirs) {
    return new Template(
        key,
        theirs.kind(),
        theirs.name(),
        theirs.about(),
        theirs.terms().workplace(own.checklist().with(Set.of())),
        theirs.length());
  }
}
