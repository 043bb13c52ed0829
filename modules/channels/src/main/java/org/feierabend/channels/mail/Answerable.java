package org.feierabend.channels.mail;

import java.util.Locale;
import java.util.Set;

/** Whether a sender is somebody who may be answered automatically (RFC 3834, section 2). */
final class Answerable {
  private static final Set<String> MACHINES =
      Set.of(
          "mailer-daemon",
          "postmaster",
          "noreply",
          "no-reply",
          "donotreply",
          "do-not-reply",
          "listserv",
          "majordomo",
          "abuse",
          "root",
          "daemon");

  private Answerable() {}

  static boolean by(String sender) {
    int at = sender.lastIndexOf('@');
    if (at < 1 || at == sender.length() - 1) return false; // the null sender among them
    String local = sender.substring(0, at).toLowerCase(Locale.ROOT);
    return !MACHINES.contains(local)
        && !local.startsWith("owner-")
        && !local.endsWith("-owner")
        && !local.endsWith("-request")
        && !local.contains("bounce")
        && !local.contains("noreply")
        && local.indexOf('=') < 0; // an envelope of its own for each recipient: a list
  }
}
