package org.feierabend.channels.mail;

import java.util.Objects;

/**
 * All that is kept of what a mail server asks. There is no field for anything else.
 *
 * @param context what the server's own configuration says it is: our credentials
 * @param instance the same for all questions about one delivery
 */
record PolicyRequest(
    String sender, String recipient, String queueId, String context, String instance) {
  PolicyRequest {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(queueId, "queueId");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(instance, "instance");
  }

  @Override
  public String toString() {
    return "PolicyRequest(…)"; // addresses and a secret: never in a log
  }
}
