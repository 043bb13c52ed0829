package org.feierabend.launcher.connect;

import java.util.Optional;
import org.feierabend.launcher.Settings;
import org.feierabend.launcher.Trouble;

/**
 * Where mail passes: the door it asks, and the hop that takes one recipient at a time.
 *
 * @param policy where our door listens, such as 127.0.0.1:10030
 * @param hop where the mail server takes the single copies
 * @param receipts whether citizens get a receipt: mail of machines then needs a hop of its own
 */
public record MailHop(String policy, String employer, String hop, boolean hold, boolean receipts) {
  /** Refused with what to set while the door is off. */
  public static MailHop of(Settings settings) {
    Optional<String> port = settings.get("feierabend.mail.port");
    Optional<String> employer = settings.get("feierabend.mail.employer");
    if (port.isEmpty() || employer.isEmpty())
      throw Trouble.of(
          "The mail door is off. Put feierabend.mail.port=10030 and feierabend.mail.employer=YOURS into"
              + " config/feierabend.properties, restart, and call this again.",
          "Die Tür für Mail ist zu. feierabend.mail.port=10030 und feierabend.mail.employer=IHRER in"
              + " config/feierabend.properties eintragen, neu starten und dies wieder aufrufen.");
    return new MailHop(
        settings.get("feierabend.mail.address").orElse("127.0.0.1") + ":" + port.get(),
        employer.get(),
        settings.get("feierabend.mail.server").orElse("127.0.0.1:10026"),
        settings.get("feierabend.mail.mode").filter("hold"::equals).isPresent(),
        settings.get("feierabend.mail.receipts").filter("true"::equals).isPresent());
  }

  /** The way for mail that machines wrote: the next port. */
  String automaticHop() {
    int colon = hop.lastIndexOf(':');
    return hop.substring(0, colon + 1) + (Integer.parseInt(hop.substring(colon + 1)) + 1);
  }

  /** As a next hop of Postfix: the host in brackets, so that nobody is asked for it. */
  static String nextHop(String address) {
    int colon = address.lastIndexOf(':');
    return "split:[" + address.substring(0, colon) + "]" + address.substring(colon);
  }
}
