package org.feierabend.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts the parts, waits for them, starts again what dies, and ends them in reverse order. */
final class Supervisor implements AutoCloseable {
  static final int MOST_RESTARTS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final int MOST_DEATHS_AT_START = 1;

  private final Home home;
  private final Console console;
  private final List<Child> children = new ArrayList<>();
  private final Map<String, Integer> restarts = new LinkedHashMap<>();
  private final Runnable changed;
  private Thread watch;
  private boolean closed;

  Supervisor(Home home, Console console, Runnable changed) {
    this.home = home;
    this.console = console;
    this.changed = changed;
  }

  synchronized void start(Part part) {
    if (closed) throw stopped();
    children.add(Child.start(home, part));
  }

  synchronized Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    children.forEach(child -> pids.put(child.part().name(), child.pid()));
    return pids;
  }

  /** Says what is waited for and returns when it is ready; its death or silence is a Trouble. */
  void await(String name) {
    Child child = child(name);
    String title = child.part().title();
    long begun = System.nanoTime();
    Duration said = Duration.ZERO;
    int deaths = 0;
    console.say("Waiting for %s …".formatted(title), "Warte auf %s …".formatted(title));
    while (!child.part().ready()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (stopping()) throw stopped();
      if (!child.alive()) {
        if (++deaths > MOST_DEATHS_AT_START) throw died(child);
        child = again(child);
      }
      if (child.watch().failed()) throw failed(child);
      if (waited.compareTo(PATIENCE) > 0) throw silent(child);
      if (waited.minus(said).compareTo(SAY_AGAIN) > 0) {
        said = waited;
        console.say(
            "  still waiting for %s (%d s); its log: %s"
                .formatted(title, waited.toSeconds(), child.log()),
            "  warte weiter auf %s (%d s); Protokoll: %s"
                .formatted(title, waited.toSeconds(), child.log()));
      }
      pause(LOOK);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    console.say(
        "  %s is ready after %.1f s.".formatted(title, seconds),
        "  %s ist nach %.1f s bereit.".formatted(title, seconds));
  }

  /** What died of a race or of a lack of memory for a moment starts the second time. */
  private Child again(Child dead) {
    String title = dead.part().title();
    console.warn(
        "%s ended while starting (status %d); trying again.".formatted(title, dead.exitStatus()),
        "%s ist beim Starten beendet (Status %d); neuer Versuch."
            .formatted(title, dead.exitStatus()));
    replace(dead);
    return child(dead.part().name());
  }

  /** From now on a part that dies is started again. */
  void guard() {
    watch = new Thread(this::look, "guard");
    watch.setDaemon(true);
    watch.start();
  }

  private void look() {
    while (!stopping()) {
      for (Child child : snapshot()) {
        child.watch().report(console);
        if (child.alive() && child.watch().failed()) child.stop();
        if (!child.alive()) revive(child);
      }
      pause(LOOK);
    }
  }

  private void revive(Child dead) {
    String title = dead.part().title();
    int times = restarts.merge(dead.part().name(), 1, Integer::sum);
    if (stopping() || times > MOST_RESTARTS + 1) return;
    if (times > MOST_RESTARTS) {
      console.warn(
          "%s has died %d times and is left alone now; see %s. Stop and look."
              .formatted(title, times, dead.log()),
          "%s ist %d Mal gestorben und bleibt nun aus; siehe %s. Anhalten und nachsehen."
              .formatted(title, times, dead.log()));
      return;
    }
    Duration pause = Duration.ofMillis(500L * times);
    if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
    console.warn(
        "%s ended (status %d); starting it again, %d of at most %d times."
            .formatted(title, dead.exitStatus(), times, MOST_RESTARTS),
        "%s ist beendet (Status %d); wird neu gestartet, %d. von höchstens %d Malen."
            .formatted(title, dead.exitStatus(), times, MOST_RESTARTS));
    pause(pause);
    try {
      replace(dead);
    } catch (RuntimeException e) {
      console.warn(
          "%s could not be started: %s".formatted(title, e.getMessage()),
          "%s ließ sich nicht starten: %s".formatted(title, e.getMessage()));
    }
  }

  private void replace(Child dead) {
    synchronized (this) {
      if (closed) return;
      children.set(children.indexOf(dead), Child.start(home, dead.part()));
    }
    changed.run();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) return;
      closed = true;
    }
    if (watch != null) watch.interrupt();
    List<Child> reversed = new ArrayList<>(children);
    Collections.reverse(reversed);
    for (Child child : reversed) {
      console.say(
          "Stopping %s …".formatted(child.part().title()),
          "Halte %s an …".formatted(child.part().title()));
      child.stop();
    }
  }

  private synchronized boolean stopping() {
    return closed;
  }

  private synchronized List<Child> snapshot() {
    return List.copyOf(children);
  }

  private Child child(String name) {
    return snapshot().stream().filter(c -> c.part().name().equals(name)).findFirst().orElseThrow();
  }

  private static Trouble stopped() {
    return Trouble.of("Stopped while starting.", "Beim Starten angehalten.");
  }

  private static Trouble died(Child child) {
    return Trouble.of(
        "%s ended while starting (status %d). The end of %s:%n%s"
            .formatted(
                child.part().title(),
                child.exitStatus(),
                child.log(),
                Processes.lastLines(child.log())),
        "%s ist beim Starten beendet (Status %d). Das Ende von %s:%n%s"
            .formatted(
                child.part().title(),
                child.exitStatus(),
                child.log(),
                Processes.lastLines(child.log())));
  }

  private static Trouble failed(Child child) {
    return Trouble.of(
        "%s runs but says '%s'; see %s."
            .formatted(child.part().title(), child.part().failure(), child.log()),
        "%s läuft, meldet aber „%s“; siehe %s."
            .formatted(child.part().title(), child.part().failure(), child.log()));
  }

  private static Trouble silent(Child child) {
    return Trouble.of(
        "%s was not ready within %d s; see %s."
            .formatted(child.part().title(), PATIENCE.toSeconds(), child.log()),
        "%s war nach %d s nicht bereit; siehe %s."
            .formatted(child.part().title(), PATIENCE.toSeconds(), child.log()));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
