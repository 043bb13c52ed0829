package org.feierabend.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.people.Employer;

/** Secret addresses of people's free times, known by their SHA-256 alone. */
public interface Feeds {
  /**
   * @param employer number of the employer
   * @param person number of the person
   */
  record Owner(int employer, long person) {}

  void add(Employer employer, long person, Feed feed, byte[] sha256);

  /** The oldest first. */
  List<Feed> of(Employer employer, long person);

  /** False when the person has none with that id. */
  boolean revoke(Employer employer, long person, UUID id);

  /** Whose times the secret with that hash opens. */
  Optional<Owner> owner(byte[] sha256);
}
