package org.feierabend.door;

import java.util.Objects;

/** Whether a door is open. */
public sealed interface Standing {
  /** Not configured: nothing listens, nothing is asked. */
  record Off() implements Standing {}

  /**
   * We listen or ask, and the other server answers.
   *
   * @param at where, such as {@code 127.0.0.1:10030}; never with a secret in it
   */
  record Up(String at) implements Standing {
    public Up {
      Objects.requireNonNull(at, "at");
    }
  }

  /** Configured, but nothing passes. */
  record Down(String at, Trouble trouble) implements Standing {
    public Down {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(trouble, "trouble");
    }
  }

  /** Why nothing passes; the operator's page says what to do about each. */
  enum Trouble {
    /** Our own side could not be opened, as when its port is taken. */
    NOT_OPEN,
    /** The other server does not answer. */
    SERVER_AWAY,
    /** The other server answers, but not to us. */
    CREDENTIALS_REFUSED,
    /** The directory has no employer of the configured name. */
    EMPLOYER_UNKNOWN,
    /** The other server last sent content, which was refused. */
    CONTENT_REFUSED,
    /** The other server tells us nothing any more until we ask it to again. */
    SUBSCRIPTION_ENDED
  }
}
