package org.feierabend.channels.matrix;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.channels.door.Probe;
import org.feierabend.contact.EmployerId;

/**
 * The gateway behind us.
 *
 * @param gateway its whole address, such as {@code https://push.example.org/_matrix/push/v1/notify}
 * @param token sent to it as bearer token, where it wants one
 */
public record MatrixSettings(EmployerId employer, URI gateway, Optional<String> token) {
  public MatrixSettings {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(token, "token");
    boolean web = "https".equals(gateway.getScheme()) || "http".equals(gateway.getScheme());
    if (!web || gateway.getHost() == null || !gateway.getPath().endsWith("/notify"))
      throw new IllegalArgumentException(
          "feierabend.matrix.gateway is %s; it should be like https://push.example.org/_matrix/push/v1/notify."
              .formatted(gateway));
  }

  Probe probe() {
    int usual = "https".equals(gateway.getScheme()) ? 443 : 80;
    return new Probe(gateway.getHost(), gateway.getPort() < 0 ? usual : gateway.getPort());
  }

  @Override
  public String toString() {
    return gateway.toString(); // never the token
  }
}
