package org.feierabend.door;

import java.time.Instant;
import org.feierabend.contact.Channel;

/** Told when a server beside us has asked about a contact, so that its door can say so. */
@FunctionalInterface
public interface Heard {
  void through(Channel channel, Instant now);
}
