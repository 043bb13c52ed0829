package org.feierabend.policy;

/** The policies in force, by name. */
public interface Policies {
  /** Fails with a message that lists the known policies when {@code name} is none of them. */
  Policy policy(String name);
}
