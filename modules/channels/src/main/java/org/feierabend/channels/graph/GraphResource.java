package org.feierabend.channels.graph;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.contact.Channel;

/**
 * Whose mailbox, calendar or chats a notification is about.
 *
 * @param user object id or mail address
 */
record GraphResource(String user, Channel channel) {
  private static final Pattern FORM =
      Pattern.compile("/?users(?:/|\\(')([^/')]+)(?:'\\))?/(.+)", Pattern.CASE_INSENSITIVE);

  /** Empty for what is no contact of one person. */
  static Optional<GraphResource> of(String resource) {
    Matcher form = FORM.matcher(resource);
    if (!form.matches()) return Optional.empty();
    String what = form.group(2).toLowerCase(Locale.ROOT);
    Optional<Channel> channel =
        what.matches("(mailfolders.*/)?messages.*")
            ? Optional.of(Channel.MAIL)
            : what.startsWith("events")
                ? Optional.of(Channel.CALENDAR)
                : what.startsWith("chats") ? Optional.of(Channel.CHAT) : Optional.empty();
    return channel.map(c -> new GraphResource(form.group(1), c));
  }

  @Override
  public String toString() {
    return "GraphResource(…, " + channel + ")"; // a log line must not hold a person
  }
}
