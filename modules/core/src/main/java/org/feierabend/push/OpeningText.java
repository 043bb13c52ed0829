package org.feierabend.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;

/** "Your window is open: 3 mails, 1 invitation waited." */
public final class OpeningText {
  public static final Sentence TITLE = new Sentence("Ihr Fenster ist offen", "Your window is open");

  private OpeningText() {}

  public static String of(Map<Channel, Integer> counts, Language language) {
    List<String> parts = new ArrayList<>();
    int all = 0;
    for (Channel channel : Channel.values()) {
      int n = counts.getOrDefault(channel, 0);
      all += n;
      if (n > 0) parts.add(n + " " + noun(channel, n).in(language));
    }
    String what = String.join(", ", parts);
    return language == Language.DE
        ? "%s %s gewartet.".formatted(what, all == 1 ? "hat" : "haben")
        : "%s waited.".formatted(what);
  }

  private static Sentence noun(Channel channel, int n) {
    boolean one = n == 1;
    return switch (channel) {
      case MAIL -> new Sentence(one ? "E-Mail" : "E-Mails", one ? "mail" : "mails");
      case CHAT ->
          new Sentence(
              one ? "Chat-Nachricht" : "Chat-Nachrichten", one ? "chat message" : "chat messages");
      case CALL -> new Sentence(one ? "Anruf" : "Anrufe", one ? "call" : "calls");
      case CALENDAR ->
          new Sentence(one ? "Einladung" : "Einladungen", one ? "invitation" : "invitations");
    };
  }
}
