package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.UnaryOperator;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.OneOff;

/** Changes what the asker says of themselves; what changes elsewhere meanwhile is not lost. */
final class OwnChange {
  private static final int TRIES = 5;

  private final EmployerScope scope;
  private final Employer employer;
  private final Directory directory;

  OwnChange(EmployerScope scope, Employer employer, Directory directory) {
    this.scope = scope;
    this.employer = employer;
    this.directory = directory;
  }

  /** What is stored now. */
  PersonFacts change(UnaryOperator<PersonFacts> change) {
    for (int tries = 1; tries <= TRIES; tries++) {
      Person person = scope.self(employer);
      long version = directory.version(employer, person.id());
      PersonFacts changed = change.apply(scope.self(employer).facts());
      if (directory.replaceFacts(employer, person.id(), changed, version)) return changed;
    }
    throw Trouble.of(
        409,
        "Ihre Einstellungen werden gerade anderswo geändert. Bitte noch einmal.",
        "Your settings are being changed elsewhere. Please try again.");
  }

  /** Over the version If-Match names: whoever was faster is not overwritten. */
  PersonFacts change(UnaryOperator<PersonFacts> change, HttpHeaders headers) {
    long read = OwnVersion.read(headers, directory.version(employer, scope.self(employer).id()));
    Person person = scope.self(employer);
    PersonFacts changed = change.apply(person.facts());
    if (!directory.replaceFacts(employer, person.id(), changed, read)) throw OwnVersion.outdated();
    return changed;
  }

  PersonFacts oneOffs(UnaryOperator<List<OneOff>> change) {
    return change(
        facts -> facts.withHours(facts.hours().withOneOffs(change.apply(facts.hours().oneOffs()))));
  }
}
