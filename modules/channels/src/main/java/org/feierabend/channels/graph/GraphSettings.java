package org.feierabend.channels.graph;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Sender;

/**
 * Whose notifications are taken.
 *
 * @param clientState the secret every notification must carry
 * @param sender basic notifications do not tell who wrote; this is assumed
 * @param renewal empty: subscriptions are somebody else's to renew, and Graph is never called
 */
public record GraphSettings(
    EmployerId employer, String clientState, Sender sender, Optional<Renewal> renewal) {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 128; // Graph's own limit

  /**
   * How our subscriptions are renewed.
   *
   * @param login such as {@code https://login.microsoftonline.com/TENANT/oauth2/v2.0/token}
   * @param api such as {@code https://graph.microsoft.com/v1.0}
   * @param notificationUrl ours; other subscriptions of the application are left alone
   * @param lasting for how long each time
   */
  public record Renewal(
      URI login,
      URI api,
      String clientId,
      String clientSecret,
      URI notificationUrl,
      Duration lasting) {
    public Renewal {
      Objects.requireNonNull(clientId, "clientId");
      Objects.requireNonNull(clientSecret, "clientSecret");
      for (URI uri : new URI[] {login, api, notificationUrl})
        if (uri.getHost() == null)
          throw new IllegalArgumentException(
              "%s is no address; it should be like https://graph.microsoft.com/v1.0."
                  .formatted(uri));
      if (lasting.compareTo(Duration.ofHours(1)) < 0)
        throw new IllegalArgumentException(
            "feierabend.graph.renew-for is %s; it is at least PT1H.".formatted(lasting));
    }

    @Override
    public String toString() {
      return api.toString(); // never the secret
    }
  }

  public GraphSettings {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(renewal, "renewal");
    if (clientState.length() < SHORTEST || clientState.length() > LONGEST)
      throw new IllegalArgumentException(
          "feierabend.graph.client-state has %d characters; it needs %d to %d."
              .formatted(clientState.length(), SHORTEST, LONGEST));
  }

  @Override
  public String toString() {
    return employer.toString(); // never a secret
  }
}
