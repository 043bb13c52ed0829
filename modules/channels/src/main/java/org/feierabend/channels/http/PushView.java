package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.push.Subscription;

/**
 * My browsers that are told when my window opens.
 *
 * @param key with which a browser subscribes; null where the operator offers none of it
 */
record PushView(String key, List<Entry> subscriptions) implements View {
  /**
   * @param service host of the browser's push service
   */
  record Entry(String id, String service, String language, String created) implements View {}

  static PushView of(Optional<String> key, List<Subscription> all, ZoneId zone) {
    return new PushView(key.orElse(null), all.stream().map(s -> entry(s, zone)).toList());
  }

  static Entry entry(Subscription s, ZoneId zone) {
    return new Entry(
        s.id().toString(),
        s.endpoint().getHost(),
        s.language().name().toLowerCase(java.util.Locale.ROOT),
        Json.at(s.created(), zone));
  }
}
