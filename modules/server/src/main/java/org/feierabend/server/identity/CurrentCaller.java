package org.feierabend.server.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.feierabend.channels.http.Caller;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Role;

/** The resources' view of who is logged in. */
@RequestScoped
public class CurrentCaller implements Caller {
  @Inject HttpServletRequest request;

  private Optional<LoggedIn> who() {
    return Optional.ofNullable((LoggedIn) request.getAttribute(LoggedIn.ATTRIBUTE));
  }

  @Override
  public boolean known() {
    return who().isPresent();
  }

  @Override
  public String user() {
    return who().map(LoggedIn::name).orElse("");
  }

  @Override
  public Set<Role> roles() {
    return who().map(LoggedIn::roles).orElse(Set.of());
  }

  @Override
  public Optional<EmployerId> employer() {
    return who().flatMap(LoggedIn::employer);
  }

  @Override
  public Optional<PersonId> person() {
    return who().flatMap(LoggedIn::person);
  }
}
