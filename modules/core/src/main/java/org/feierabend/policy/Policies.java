package org.feierabend.policy;

/** The policies in force, by name. */
public interface Policies {
  /** Fails with a message that lists the known policies when {@code name} is none of them. */
  Policy policy(String name);

  /** Its document as it was written, YAML or JSON; fails like {@link #policy}. */
  String document(String name);

  /** The document of whoever has agreed on nothing, which the first edition follows. */
  String builtIn();
}
