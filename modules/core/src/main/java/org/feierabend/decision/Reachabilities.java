package org.feierabend.decision;

/** The compiled decision tables by name of the policy in force, such as {@code p0}. */
public interface Reachabilities {
  /** Fails with a message that lists the known policies when {@code policy} is none of them. */
  Reachability under(String policy);
}
