package org.feierabend.channels.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.feierabend.channels.door.Misread;
import org.feierabend.channels.door.PassingBody;
import org.feierabend.channels.schedule.Rounds;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Asking;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Secret;
import org.feierabend.push.HeldPush;
import org.feierabend.push.HeldPushes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of a real push gateway. A push to somebody reachable goes on at once; to somebody
 * who rests it waits, one for each device, and goes on when their window opens. It stops
 * notifications, not messages, and never a pusher.
 */
public final class MatrixDoor implements Door, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MatrixDoor.class);
  private static final int LONGEST = 256 * 1024;
  private static final int BATCH = 200;
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final ContactClass MESSAGE = ContactClass.message(Channel.CHAT, Sender.COLLEAGUE);

  private final Optional<MatrixSettings> settings;
  private final Optional<MatrixGateway> gateway;
  private final Directory directory;
  private final Function<Employer, Asking> asking;
  private final Intake intake;
  private final HeldPushes held;
  private final Function<Employer, Instant> time;
  private final Rounds rounds;
  private final LastEvent last = new LastEvent();
  private volatile boolean contentSent;

  /**
   * @param settings empty: the door is off
   */
  public MatrixDoor(
      Optional<MatrixSettings> settings,
      Directory directory,
      Function<Employer, Asking> asking,
      Intake intake,
      HeldPushes held,
      Function<Employer, Instant> time,
      ThreadFactory threads) {
    this.settings = Objects.requireNonNull(settings, "settings");
    gateway = settings.map(MatrixGateway::new);
    this.directory = Objects.requireNonNull(directory, "directory");
    this.asking = Objects.requireNonNull(asking, "asking");
    this.intake = Objects.requireNonNull(intake, "intake");
    this.held = Objects.requireNonNull(held, "held");
    this.time = Objects.requireNonNull(time, "time");
    rounds = new Rounds("matrix", settings, threads, this::onBell);
  }

  public void start() {
    rounds.start();
  }

  /** A window may have opened. */
  public void wake() {
    rounds.wake();
  }

  /**
   * One push of that employer's homeserver.
   *
   * @param caller whose token it came with
   */
  public MatrixNotified notified(Employer caller, InputStream body) throws IOException {
    if (settings.isEmpty() || !settings.get().employer().equals(caller.id()))
      return new MatrixNotified.NotOpen();
    MatrixPush push;
    try {
      push = MatrixPush.read(new PassingBody(body, LONGEST, (bytes, from, length) -> {}));
    } catch (PassingBody.TooLong e) {
      return new MatrixNotified.TooLong();
    } catch (Misread e) {
      if (e.pointer().endsWith("/data/format")) told();
      return new MatrixNotified.Refused(e.pointer(), e.sentence());
    }
    contentSent = false;
    Instant now = time.apply(caller);
    List<ObjectNode> atOnce = sorted(caller, push, now);
    last.at(now);
    if (atOnce.isEmpty()) return new MatrixNotified.Taken(List.of());
    try {
      return new MatrixNotified.Taken(gateway.orElseThrow().notify(push.toGateway(atOnce)));
    } catch (IOException e) {
      LOG.warn("matrix: the push gateway is away: {}", e.getClass().getSimpleName());
      return new MatrixNotified.GatewayAway();
    }
  }

  private void told() {
    if (!contentSent)
      LOG.warn("matrix: a pusher sends content and was refused; set its format to event_id_only.");
    contentSent = true;
  }

  /** Counts each person's event once, holds what is to wait, and returns what goes on at once. */
  private List<ObjectNode> sorted(Employer of, MatrixPush push, Instant now) {
    Asking rules = asking.apply(of);
    List<ObjectNode> atOnce = new ArrayList<>();
    List<HeldPush> waiting = new ArrayList<>();
    Map<Long, Incoming.Contact> contacts = new LinkedHashMap<>();
    for (ObjectNode device : push.devices()) {
      String owner = MatrixPush.owner(device);
      Optional<Person> person = owner.isEmpty() ? Optional.empty() : directory.byChat(of, owner);
      if (person.isEmpty() || push.event().isEmpty()) {
        atOnce.add(device);
        continue;
      }
      Person p = person.get();
      contacts.put(
          p.no(),
          new Incoming.Contact(
              new Ref("urn:matrix", push.event()), p.id(), MESSAGE, Optional.empty(), now));
      Decision decision = rules.decide(p, MESSAGE, Optional.empty(), now);
      if (decision instanceof Decision.Deliver) atOnce.add(device);
      else if (decision instanceof Decision.Defer defer)
        waiting.add(held(p, device, push, defer.until()));
    }
    if (!contacts.isEmpty()) intake.accept(of, List.copyOf(contacts.values()), now);
    byte[] event = Secret.sha256(push.event());
    for (HeldPush one : waiting) held.hold(of, one, event);
    return atOnce;
  }

  private static HeldPush held(Person person, ObjectNode device, MatrixPush push, Instant until) {
    byte[] key =
        Secret.sha256(device.get("app_id").asText() + " " + device.get("pushkey").asText());
    return new HeldPush(person.no(), key, push.toGateway(List.of(device)), 1, until);
  }

  private Duration onBell() {
    settings
        .flatMap(s -> directory.employer(s.employer()))
        .ifPresent(of -> round(gateway.orElseThrow(), of));
    return LOOK;
  }

  /** What is due is asked about anew: whoever rests after all is left alone. */
  private void round(MatrixGateway to, Employer of) {
    Instant now = time.apply(of);
    Asking rules = asking.apply(of);
    for (HeldPush push : held.due(of, now, BATCH)) {
      Optional<Person> person = directory.person(of, push.person());
      Optional<Decision> decision =
          person.map(p -> rules.decide(p, MESSAGE, Optional.empty(), now));
      if (decision.isEmpty()) held.done(of, push);
      else if (decision.get() instanceof Decision.Deliver) send(of, to, push);
      else held.later(of, push.until(later(decision.get(), now)));
    }
  }

  private void send(Employer of, MatrixGateway to, HeldPush push) {
    try {
      to.notify(MatrixPush.counted(push.notification(), push.events()));
    } catch (IOException e) {
      throw new UncheckedIOException("The push gateway does not answer.", e);
    }
    held.done(of, push);
  }

  private static Instant later(Decision decision, Instant now) {
    Instant until =
        decision instanceof Decision.Defer defer ? defer.until() : decision.validUntil();
    return until.isAfter(now) ? until : now.plus(LOOK);
  }

  @Override
  public String name() {
    return "matrix";
  }

  /** Homeservers push again, with longer and longer pauses. */
  @Override
  public boolean repeated() {
    return true;
  }

  @Override
  public Optional<EmployerId> employer() {
    return settings.map(MatrixSettings::employer);
  }

  @Override
  public Standing standing() {
    return settings.map(this::looked).orElseGet(Standing.Off::new);
  }

  private Standing looked(MatrixSettings s) {
    if (directory.employer(s.employer()).isEmpty())
      return new Standing.Down(s.toString(), Standing.Trouble.EMPLOYER_UNKNOWN);
    if (contentSent) return new Standing.Down(s.toString(), Standing.Trouble.CONTENT_REFUSED);
    return s.probe().answers()
        ? new Standing.Up(s.toString())
        : new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
