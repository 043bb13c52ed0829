package org.feierabend.channels.http;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.feierabend.people.Person;
import org.feierabend.telework.Resident;

/**
 * Where somebody lives and how long their contract's week is, as far as said.
 *
 * @param version as in its ETag; 0: nobody said anything yet
 */
record ResidentView(String person, String residence, String weekly, long version) implements View {
  static Response answer(Person person, Resident said) {
    return Versions.answer(
        new ResidentView(
            person.id().value(),
            said.state().orElse(null),
            said.weekly().map(Duration::toString).orElse(null),
            said.version()),
        said.version());
  }
}
