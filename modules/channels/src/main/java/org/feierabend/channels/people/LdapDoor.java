package org.feierabend.channels.people;

import java.time.Instant;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.feierabend.directory.Sync;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;

/** The directory server as the operator sees it. */
public record LdapDoor(Optional<LdapDirectory> server, Optional<Sync> sync) implements Door {
  @Override
  public String name() {
    return "ldap";
  }

  @Override
  public Optional<Channel> channel() {
    return Optional.empty();
  }

  @Override
  public Optional<EmployerId> employer() {
    return server.map(LdapDirectory::employer);
  }

  @Override
  public Standing standing() {
    return server.map(LdapDirectory::standing).orElseGet(Standing.Off::new);
  }

  @Override
  public Optional<Instant> lastEvent() {
    LastEvent last = new LastEvent();
    sync.flatMap(Sync::last).ifPresent(round -> last.at(round.at()));
    return last.instant();
  }
}
