package org.feierabend.intake;

import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * Decides what waited when its time has come, under the policy then in force. An emergency was put
 * to the on-call before and is not again.
 */
public final class DecidedAnew implements ReleaseOfContacts.Anew {
  private final Directory directory;
  private final Reachabilities reachabilities;
  private final LiveFacts live;

  public DecidedAnew(Directory directory, Reachabilities reachabilities, LiveFacts live) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.reachabilities = Objects.requireNonNull(reachabilities, "reachabilities");
    this.live = Objects.requireNonNull(live, "live");
  }

  @Override
  public Optional<Decision> decide(Employer employer, Deferral deferral) {
    Optional<Person> person = directory.person(employer, deferral.personNo());
    Asking asking = new Asking(employer, directory, reachabilities.under(employer.policy()), live);
    return person.map(p -> asking.withoutOnCall(p, deferral.contact(), deferral.until()));
  }
}
