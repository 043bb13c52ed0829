package org.feierabend.channels.mail;

import java.time.Duration;
import java.util.Objects;
import org.feierabend.channels.door.Probe;
import org.feierabend.contact.EmployerId;

/**
 * How the door for mail is opened.
 *
 * @param address where we listen; loopback unless somebody says otherwise
 * @param mode what is answered for a mail that is held
 * @param server where the mail server takes the single copies: the operator's page looks there
 * @param retry how long a mail server lets a waiting mail lie before it tries again, at least
 */
public record MailSettings(
    String address, int port, EmployerId employer, Mode mode, Probe server, Duration retry) {
  /** What holds a mail. */
  public enum Mode {
    /** A temporary refusal on the internal hop: the copy waits in the server's deferred queue. */
    RETRY,
    /** The server's hold queue, which only root empties. */
    HOLD
  }

  public MailSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(server, "server");
    if (port < 0 || port > 65_535)
      throw new IllegalArgumentException(
          "feierabend.mail.port is 1 to 65535, but got %d.".formatted(port));
    if (retry.isNegative())
      throw new IllegalArgumentException(
          "feierabend.mail.retry is a duration like PT5M, but got %s.".formatted(retry));
  }
}
