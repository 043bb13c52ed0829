package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import org.feierabend.calendar.Feed;

/** My secret addresses; of none is the secret known. */
record FeedsView(List<Entry> feeds) implements View {
  record Entry(String id, String created) {}

  static FeedsView of(List<Feed> feeds, ZoneId zone) {
    return new FeedsView(feeds.stream().map(f -> entry(f, zone)).toList());
  }

  static Entry entry(Feed feed, ZoneId zone) {
    return new Entry(feed.id().toString(), Json.at(feed.created(), zone));
  }

  /** A new one, shown once. */
  record Fresh(String id, String created, String availability, String freebusy) implements View {}
}
