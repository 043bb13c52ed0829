package org.feierabend.channels.people;

import java.net.URI;
import java.time.Duration;
import org.feierabend.contact.EmployerId;

/**
 * Where a directory server is and what its attributes are called.
 *
 * @param url {@code ldaps://…}; {@code ldap://} for a server on the same machine
 * @param user distinguished name to bind as, with the right to read and nothing else
 * @param unitsName attribute with a unit's name
 * @param chat attribute with XMPP addresses; empty: none is read
 * @param unit attribute of a person that names the unit's id; where it is missing the unit is the
 *     nearest one above the person's entry
 * @param mostLeaving per cent of the people who may leave because the server does not name them
 * @param every how often it is read
 */
public record LdapSettings(
    URI url,
    String user,
    String password,
    EmployerId employer,
    String unitsBase,
    String unitsFilter,
    String unitsId,
    String unitsName,
    String peopleBase,
    String peopleFilter,
    String peopleId,
    String mail,
    String chat,
    String unit,
    int mostLeaving,
    Duration every) {

  @Override
  public String toString() {
    return "LdapSettings(%s as %s)".formatted(url, user); // never the password
  }
}
