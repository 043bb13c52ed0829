package org.feierabend.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.graph.GraphSettings;
import org.feierabend.channels.matrix.MatrixSettings;
import org.feierabend.channels.webhook.Source;
import org.feierabend.channels.webpush.PushService;
import org.feierabend.channels.webpush.ServerKey;
import org.feierabend.channels.webpush.WebPushSettings;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Sender;

/** The settings of doors other systems call; without its first one a door is off. */
record HookSettings(Settings settings) {

  /** Whose people webhooks are about; empty: none are let in. */
  Optional<EmployerId> webhooksEmployer() {
    return sourceNames().isEmpty()
        ? Optional.empty()
        : Optional.of(new EmployerId(settings.required("feierabend.webhooks.employer")));
  }

  /** Fails with what is wrong in a mapping file. */
  List<Source> webhookSources() {
    Path folder =
        settings
            .home()
            .resolve(settings.text("feierabend.webhooks.folder").orElse("config/webhooks"));
    List<Source> sources = new ArrayList<>();
    for (String name : sourceNames())
      sources.add(
          Source.read(
              folder, name, settings.required("feierabend.webhooks.%s.secret".formatted(name))));
    return sources;
  }

  /** Off without {@code feierabend.matrix.gateway}. */
  Optional<MatrixSettings> matrix() {
    return settings
        .text("feierabend.matrix.gateway")
        .map(
            gateway ->
                new MatrixSettings(
                    new EmployerId(settings.required("feierabend.matrix.employer")),
                    URI.create(gateway),
                    settings.text("feierabend.matrix.token")));
  }

  /** Off without {@code feierabend.push.contact}. */
  Optional<WebPushSettings> webPush() {
    return settings
        .text("feierabend.push.contact")
        .map(
            contact ->
                new WebPushSettings(
                    ServerKey.in(settings.var().resolve("secrets/web-push-key"), contact),
                    new PushService(
                        settings
                            .text("feierabend.push.anywhere")
                            .filter("true"::equals)
                            .isPresent())));
  }

  /** Off without {@code feierabend.graph.client-state}. */
  Optional<GraphSettings> graph() {
    return settings
        .text("feierabend.graph.client-state")
        .map(
            state ->
                new GraphSettings(
                    new EmployerId(settings.required("feierabend.graph.employer")),
                    state,
                    sender(settings.text("feierabend.graph.sender-role").orElse("COLLEAGUE")),
                    renewal()));
  }

  /** Graph is called where an application of ours is named, and nowhere else. */
  private Optional<GraphSettings.Renewal> renewal() {
    return settings
        .text("feierabend.graph.client-id")
        .map(
            id ->
                new GraphSettings.Renewal(
                    URI.create(
                        settings
                            .text("feierabend.graph.login")
                            .orElseGet(
                                () ->
                                    "https://login.microsoftonline.com/%s/oauth2/v2.0/token"
                                        .formatted(settings.required("feierabend.graph.tenant")))),
                    URI.create(
                        settings
                            .text("feierabend.graph.api")
                            .orElse("https://graph.microsoft.com/v1.0")),
                    id,
                    settings.required("feierabend.graph.client-secret"),
                    URI.create(
                        settings.required("feierabend.public-address")
                            + "/api/v1/graph/notifications"),
                    Duration.parse(settings.text("feierabend.graph.renew-for").orElse("P2D"))));
  }

  private static Sender sender(String word) {
    for (Sender sender : Sender.values()) if (sender.name().equals(word)) return sender;
    throw new IllegalArgumentException(
        "feierabend.graph.sender-role is one of %s, but got '%s'."
            .formatted(List.of(Sender.values()), word));
  }

  private List<String> sourceNames() {
    return settings.text("feierabend.webhooks.sources").stream()
        .flatMap(names -> List.of(names.split("[,\\s]+")).stream())
        .filter(name -> !name.isBlank())
        .toList();
  }
}
