package org.feierabend.channels.chat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.feierabend.channels.kafka.Webhook;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.feierabend.door.Door;
import org.feierabend.door.Heard;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;

/** The door of an XMPP server with our module in it. */
public final class ChatDoor implements Door, Heard {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String OURS = "\"urn:xmpp:"; // the source of the module's refs

  private final Optional<ChatSettings> settings;
  private final Predicate<EmployerId> known;
  private final LastEvent last = new LastEvent();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param settings empty: the door is off
   * @param known whether the directory has that employer
   */
  public ChatDoor(Optional<ChatSettings> settings, Predicate<EmployerId> known) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.known = Objects.requireNonNull(known, "known");
  }

  /** Who is told of what may go on, and of nothing that came another way. */
  public Optional<Webhook.Receiver> receiver() {
    return settings.map(
        s ->
            new Webhook.Receiver(
                "chat",
                s.below("release"),
                Optional.of(s.token()),
                event -> new String(event, StandardCharsets.UTF_8).contains(OURS)));
  }

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public Optional<Channel> channel() {
    return Optional.of(Channel.CHAT);
  }

  @Override
  public Optional<EmployerId> employer() {
    return settings.map(ChatSettings::employer);
  }

  @Override
  public Standing standing() {
    return settings.map(this::looked).orElseGet(Standing.Off::new);
  }

  private Standing looked(ChatSettings s) {
    if (!known.test(s.employer()))
      return new Standing.Down(s.toString(), Standing.Trouble.EMPLOYER_UNKNOWN);
    HttpRequest asked =
        HttpRequest.newBuilder(s.below("state"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + s.token())
            .build();
    try {
      int status = http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 200) return new Standing.Up(s.toString());
      if (status == 401 || status == 403)
        return new Standing.Down(s.toString(), Standing.Trouble.CREDENTIALS_REFUSED);
      return new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
    } catch (IOException e) {
      return new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
    }
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }

  @Override
  public void through(Channel channel, Instant now) {
    if (channel == Channel.CHAT) last.at(now);
  }
}
