package org.feierabend.channels.webpush;

import java.util.Objects;

/**
 * @param key by which push services know us
 */
public record WebPushSettings(ServerKey key, PushService allowed) {
  public WebPushSettings {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(allowed, "allowed");
  }
}
