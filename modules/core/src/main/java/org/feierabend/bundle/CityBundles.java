package org.feierabend.bundle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;

/**
 * What this city hands on and takes over. Nothing taken over is in force: it lands as a draft or a
 * proposal, and needs both signatures of whoever takes it.
 */
public interface CityBundles {
  /**
   * A bundle that was sound.
   *
   * @param scenarios how they ended under the law and the rules here
   * @param landed what has become of it, and what is to be done now
   * @param proof where a rule book is, whose scenarios are run in the background
   */
  record Taken(CityBundle bundle, String scenarios, Sentence landed, Optional<UUID> proof) {}

  /**
   * @param name of the policy; of no meaning for other kinds
   * @throws BundleRefused when something is missing that its reader would need
   */
  byte[] export(Employer employer, BundleKind kind, String name, Role by, Instant now);

  /**
   * Reads and tries it, and keeps nothing.
   *
   * @throws BundleRefused with file and reason
   */
  Taken tried(byte[] zip);

  /**
   * @param from when a rule book would take force; other kinds say it themselves
   * @throws BundleRefused with file and reason; nothing has changed
   */
  Taken take(Employer employer, byte[] zip, Optional<Instant> from, Role by, Instant now);
}
