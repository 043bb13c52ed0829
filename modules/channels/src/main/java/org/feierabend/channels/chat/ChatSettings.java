package org.feierabend.channels.chat;

import java.net.URI;
import java.util.Objects;
import org.feierabend.contact.EmployerId;

/**
 * Where the chat server's module is told what may go on.
 *
 * @param url of the module, such as {@code http://127.0.0.1:5280/feierabend}
 * @param token the module's secret for us; ours for the module is an enforcer's token
 */
public record ChatSettings(EmployerId employer, URI url, String token) {
  public ChatSettings {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(token, "token");
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null)
      throw new IllegalArgumentException(
          "feierabend.chat.url is %s; it should be like http://127.0.0.1:5280/feierabend."
              .formatted(url));
  }

  URI below(String path) {
    return URI.create(url.toString().replaceAll("/$", "") + "/" + path);
  }

  @Override
  public String toString() {
    return url.toString(); // never the secret
  }
}
