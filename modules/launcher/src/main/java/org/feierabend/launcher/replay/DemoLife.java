package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import java.util.UUID;
import org.feierabend.launcher.Trouble;

/** Keeps a demo alive: now and then somebody writes to somebody, through the HTTP door. */
final class DemoLife {
  private static final Duration BY_DAY = Duration.ofSeconds(3);
  private static final Duration ELSE = Duration.ofSeconds(20);
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PatientApi api;
  private final DemoTown town = new DemoTown();
  private final DemoSeason season = new DemoSeason();
  private final Clock clock;
  private final Random random = new Random();

  /**
   * @param token of a source of the town
   */
  DemoLife(URI address, String token, Clock clock) {
    this.api = new PatientApi(address, token);
    this.clock = clock;
  }

  /** Goes on until the process ends; a server that is away is waited for. */
  void start() {
    Thread thread = new Thread(this::live, "demo-life");
    thread.setDaemon(true);
    thread.start();
  }

  private void live() {
    try {
      while (true) {
        api.ask("POST", "/api/v1/events", "application/cloudevents+json", message());
        Pause.millis((long) (pause().toMillis() * (0.5 + random.nextDouble())));
      }
    } catch (Trouble | IOException stopped) {
      Thread.currentThread().interrupt(); // the server is gone for good: the demo is ending
    }
  }

  private Duration pause() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), DemoTown.ZONE);
    boolean hours = !now.toLocalTime().isBefore(MORNING) && now.toLocalTime().isBefore(EVENING);
    return hours && season.percent(now.toLocalDate()) > 0 ? BY_DAY : ELSE;
  }

  private String message() throws IOException {
    int recipient = 1 + random.nextInt(town.people());
    int sender = 1 + random.nextInt(town.people());
    String role = sender == recipient ? "SELF" : "COLLEAGUE";
    ObjectNode event = JSON.createObjectNode();
    event
        .put("specversion", "1.0")
        .put("id", UUID.randomUUID().toString())
        .put("source", "urn:feierabend:demo")
        .put("type", ReplayEvent.CONTACT)
        .put("time", clock.instant().toString());
    event.set(
        "data",
        JSON.readTree(
            EventJson.contact(
                DemoTown.IDS, recipient, sender, role, random.nextInt(3) == 0 ? "CHAT" : "MAIL")));
    return event.toString();
  }
}
