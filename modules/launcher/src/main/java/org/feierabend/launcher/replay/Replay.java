package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.Trouble;
import org.feierabend.timeline.IsoWeek;

/** Sends a stream of events through Kafka into an employer of its own and waits for the server. */
final class Replay {
  /** Weeks written ahead of the server; keeps the broker's disk small. */
  private static final int WEEKS_AHEAD = 8;

  private static final long POLL_MILLIS = 400;
  private static final long STALL_NANOS = 180_000_000_000L;

  private final Instance instance;
  private final PatientApi api;
  private final Console console;
  private final String employer;
  private final ZoneId zone;

  Replay(Instance instance, Console console, String employer, ZoneId zone) {
    this.instance = instance;
    this.api = new PatientApi(instance.http(), instance.operatorToken());
    this.console = console;
    this.employer = employer;
    this.zone = zone;
  }

  PatientApi api() {
    return api;
  }

  /** Creates the employer; one that exists already is refused. */
  void create(ObjectNode document) {
    PatientApi.Answer answer = api.ask("POST", "/api/v1/employers", document.toString());
    if (answer.ok() || answer.status() == 409 && answer.repeated()) return;
    if (answer.status() == 409)
      throw Trouble.of(
          "The employer '%s' exists already, and a replay never mixes with other data. Leave out --employer for a fresh one, or name another."
              .formatted(employer),
          "Den Arbeitgeber „%s“ gibt es schon, und ein Replay mischt sich nie mit anderen Daten. --employer weglassen oder einen anderen nennen."
              .formatted(employer));
    throw Trouble.of(
        "The server refused the employer '%s' (%d): %s"
            .formatted(employer, answer.status(), answer.body()),
        "Der Server lehnt den Arbeitgeber „%s“ ab (%d): %s"
            .formatted(employer, answer.status(), answer.body()));
  }

  /** How far time is moved on after the last event. */
  enum Until {
    /** Past the grace of the last week: everything closes. */
    PAST_GRACE,
    /** To the end of the last event's day. */
    END_OF_DAY,
    /** No further than the midnight before the last event, the day is still running. */
    LAST_MIDNIGHT
  }

  /** Where the writing stopped, what was written, and how long it took. */
  record Written(Instant clock, long events, long nanos) {}

  /**
   * Writes everything.
   *
   * @param start a day of the first week
   */
  Written write(EventStream events, LocalDate start, Until until) {
    long began = System.nanoTime();
    ProgressBar bar = new ProgressBar(console, console.word("sending  ", "sende    "));
    long[] sent = {0};
    try (EventTopics topics = new EventTopics(instance.kafkaClient(), employer);
        EventSender sender = EventSender.to(instance.kafkaClient(), employer)) {
      IsoWeek first = IsoWeek.of(start);
      WeekWriter writer =
          new WeekWriter(
              start,
              zone,
              sender,
              week -> {
                keepClose(first, week, sender, bar, sent, events);
                topics.create(week);
              });
      events.forEach(
          event -> {
            writer.event(event);
            if ((++sent[0] & 0xfff) == 0) bar.at(sent[0], events.size(), note(sent[0], events));
          });
      Instant clock =
          switch (until) {
            case PAST_GRACE -> writer.endOfFile();
            case END_OF_DAY -> writer.endLastDay();
            case LAST_MIDNIGHT -> writer.stop(LocalDate.ofInstant(events.last(), zone));
          };
      bar.done(note(sent[0], events));
      return new Written(clock, sent[0], System.nanoTime() - began);
    }
  }

  private String note(long done, EventStream events) {
    return console
        .word("%,d of %,d events", "%,d von %,d Ereignissen")
        .formatted(done, total(done, events));
  }

  /** A stream may only guess its size; nobody reads of more events than there are. */
  private static long total(long done, EventStream events) {
    return Math.max(done, events.size());
  }

  /** Waits until the server is close enough behind for one more week to be written. */
  private void keepClose(
      IsoWeek first,
      IsoWeek week,
      EventSender sender,
      ProgressBar bar,
      long[] sent,
      EventStream events) {
    long ahead = ChronoUnit.WEEKS.between(first.monday(), week.monday());
    if (ahead <= WEEKS_AHEAD) return;
    sender.flush();
    Stall stall = new Stall(STALL_NANOS);
    for (Progress p = progress(); ahead - p.weeksClosed() > WEEKS_AHEAD; p = progress()) {
      stall.check(p, instance.home().log("server"));
      bar.at(sent[0], events.size(), note(sent[0], events));
      Pause.millis(POLL_MILLIS);
    }
  }

  /** Waits until the server has read everything, and every week that is due is closed. */
  Progress await(EventStream events, Written written, Until until) {
    ProgressBar bar = new ProgressBar(console, console.word("deciding ", "entscheide"));
    Stall stall = new Stall(STALL_NANOS);
    while (true) {
      Progress p = progress();
      boolean through =
          p.lagEvents() == 0
              && p.lagMarks() == 0
              && p.clock().filter(clock -> !clock.isBefore(written.clock())).isPresent();
      String note =
          console
              .word("%,d of %,d events, %d weeks closed", "%,d von %,d Ereignissen, %d Wochen zu")
              .formatted(
                  p.totals().handled(), total(p.totals().handled(), events), p.weeksClosed());
      if (until == Until.PAST_GRACE ? p.finished() : through) {
        bar.done(note);
        return p;
      }
      stall.check(p, instance.home().log("server"));
      bar.at(p.totals().handled(), events.size(), note);
      Pause.millis(POLL_MILLIS);
    }
  }

  Progress progress() {
    return Progress.of(api.get("/api/v1/employers/" + Api.segment(employer) + "/progress"));
  }

  /** Writes the employer's ledger, as JSON lines, beside the state and returns the file. */
  Path exportLedger() {
    String ledger = api.text("/api/v1/ledger?employer=" + Api.segment(employer));
    Path file = instance.home().var().resolve("ledger-" + employer + ".jsonl");
    try {
      return Files.writeString(file, ledger);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
