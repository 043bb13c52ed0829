package org.feierabend.launcher.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Instance;
import org.feierabend.timeline.IsoWeek;

/**
 * Fills a demo: fifteen months of a made-up town through the same door as everything else, the last
 * week left open, then the town's clock becomes the wall's. A demo that was filled is left as it
 * is.
 */
public final class DemoSeed {
  private static final int WEEKS = 65;
  private static final String EMPLOYER = "beispielingen";

  private final Instance instance;
  private final Console console;
  private final Clock clock;

  public DemoSeed(Instance instance, Console console, Clock clock) {
    this.instance = instance;
    this.console = console;
    this.clock = clock;
  }

  /** Fills the demo if it is empty, and says who can log in where. */
  public void run() {
    Path file = instance.home().var().resolve("demo-logins.json");
    PatientApi api = new PatientApi(instance.http(), instance.operatorToken());
    DemoLogins logins =
        Files.exists(file) ? DemoLogins.read(file).at(instance.http()) : seed(api, clock.instant());
    logins.write(file);
    logins.print(console, file);
    new DemoLife(instance.http(), logins.token("source"), clock).start();
  }

  private DemoLogins seed(PatientApi api, Instant now) {
    long began = System.nanoTime();
    DemoTown town = new DemoTown();
    String employer = free(api);
    LocalDate today = LocalDate.ofInstant(now, DemoTown.ZONE);
    LocalDate start = IsoWeek.of(today).monday().minusWeeks(WEEKS);
    console.say(
        "Filling the demo: %d weeks of a made-up town with %,d people …"
            .formatted(WEEKS, town.people()),
        "Fülle die Demo: %d Wochen einer erfundenen Stadt mit %,d Beschäftigten …"
            .formatted(WEEKS, town.people()));
    Replay replay = new Replay(instance, console, employer, DemoTown.ZONE);
    replay.create(town.document(employer, start));
    DemoTraffic traffic = new DemoTraffic(town, start, now);
    Replay.Written written = replay.write(traffic, start, Replay.Until.LAST_MIDNIGHT);
    Progress progress = replay.await(traffic, written, Replay.Until.LAST_MIDNIGHT);
    api.post(
        "/api/v1/employers/" + Api.segment(employer) + "/clock", Api.object().put("clock", "wall"));
    DemoLogins logins = DemoLogins.create(api, instance.http(), employer, town);
    new DemoSignatures(api, instance.http(), employer)
        .agree(
            instance.home().root().resolve("config/policies/city.yaml"),
            LocalDate.ofInstant(clock.instant(), DemoTown.ZONE),
            logins);
    new DemoAgreed(api, instance.http(), employer, today).seed();
    console.say(
        "%,d events, %d weeks published, in %d s."
            .formatted(written.events(), progress.weeksClosed(), seconds(began)),
        "%,d Ereignisse, %d Wochen veröffentlicht, in %d s."
            .formatted(written.events(), progress.weeksClosed(), seconds(began)));
    return logins;
  }

  /** A first try that was cut short keeps its name; the next one takes another. */
  private static String free(PatientApi api) {
    String taken = api.text("/api/v1/employers");
    String name = EMPLOYER;
    for (int n = 2; taken.contains("\"" + name + "\""); n++) name = EMPLOYER + "-" + n;
    return name;
  }

  private static long seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }
}
