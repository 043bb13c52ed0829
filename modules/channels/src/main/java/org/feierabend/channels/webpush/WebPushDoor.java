package org.feierabend.channels.webpush;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.feierabend.channels.schedule.Rounds;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Asking;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.push.Opening;
import org.feierabend.push.OpeningText;
import org.feierabend.push.Openings;
import org.feierabend.push.Subscription;
import org.feierabend.push.Subscriptions;

/**
 * Tells browsers that a window opened and how much waited. Whoever rests by then is told later, or
 * not at all; a message not yet shown ends before the next rest begins.
 */
public final class WebPushDoor implements Door, AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration STALE = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final ContactClass MESSAGE = ContactClass.message(Channel.CHAT, Sender.COLLEAGUE);

  private final Optional<WebPushSettings> settings;
  private final Optional<PushSender> sender;
  private final Directory directory;
  private final Function<Employer, Asking> asking;
  private final Subscriptions subscriptions;
  private final Openings openings;
  private final Function<Employer, Instant> time;
  private final Rounds rounds;
  private final LastEvent last = new LastEvent();
  private volatile boolean away;

  /**
   * @param settings empty: the door is off
   */
  public WebPushDoor(
      Optional<WebPushSettings> settings,
      Directory directory,
      Function<Employer, Asking> asking,
      Subscriptions subscriptions,
      Openings openings,
      Function<Employer, Instant> time,
      ThreadFactory threads) {
    this.settings = Objects.requireNonNull(settings, "settings");
    sender = settings.map(s -> new PushSender(s.key(), s.allowed()));
    this.directory = Objects.requireNonNull(directory, "directory");
    this.asking = Objects.requireNonNull(asking, "asking");
    this.subscriptions = Objects.requireNonNull(subscriptions, "subscriptions");
    this.openings = Objects.requireNonNull(openings, "openings");
    this.time = Objects.requireNonNull(time, "time");
    rounds = new Rounds("web-push", settings, threads, this::onBell);
  }

  public void start() {
    rounds.start();
  }

  /** Something was handed over. */
  public void wake() {
    rounds.wake();
  }

  /** The key a browser subscribes with; empty when the door is off. */
  public Optional<String> key() {
    return settings.map(s -> s.key().text());
  }

  /** Fails where nobody may be pushed to, or the key is none. */
  public void require(Subscription subscription) {
    settings.ifPresent(s -> s.allowed().require(subscription.endpoint()));
    P256.publicKey(subscription.key());
  }

  private Duration onBell() {
    sender.ifPresent(
        to -> {
          for (Employer employer : directory.employers())
            if (employer.clock() == Employer.ClockKind.WALL) round(employer, to);
        });
    return LOOK;
  }

  private void round(Employer of, PushSender to) {
    Map<Long, List<Opening>> byPerson = new LinkedHashMap<>();
    for (Opening one : openings.pending(of))
      byPerson.computeIfAbsent(one.person(), p -> new ArrayList<>()).add(one);
    Instant now = time.apply(of);
    Asking rules = asking.apply(of);
    byPerson.forEach(
        (no, all) -> {
          if (told(of, no, all, rules, to, now)) openings.done(all);
        });
  }

  /** False: to be tried again. */
  private boolean told(
      Employer of, long no, List<Opening> all, Asking rules, PushSender to, Instant now) {
    Optional<Person> person = directory.person(of, no);
    boolean stale = all.get(0).at().plus(STALE).isBefore(now);
    if (person.isEmpty() || stale) return true;
    Decision decision = rules.decide(person.get(), MESSAGE, Optional.empty(), now);
    if (!(decision instanceof Decision.Deliver)) return false;
    Duration left = Duration.between(now, decision.validUntil());
    Duration valid = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    boolean everywhere = true;
    for (Subscription one : subscriptions.of(of, no)) {
      switch (to.send(one, json(all, one), valid, now)) {
        case TAKEN -> last.at(now);
        case GONE -> subscriptions.remove(of, no, one.id());
        case LATER -> everywhere = false;
      }
    }
    away = !everywhere;
    return everywhere;
  }

  private static String json(List<Opening> all, Subscription to) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", OpeningText.TITLE.in(to.language()))
        .put("body", OpeningText.of(Opening.together(all), to.language()))
        .put("lang", to.language().name().toLowerCase(java.util.Locale.ROOT))
        .toString();
  }

  @Override
  public String name() {
    return "web-push";
  }

  @Override
  public Optional<EmployerId> employer() {
    return Optional.empty();
  }

  /** Down where a push service last took nothing; which one is nobody's business. */
  @Override
  public Standing standing() {
    String at = "/api/v1/me/push";
    if (settings.isEmpty()) return new Standing.Off();
    return away ? new Standing.Down(at, Standing.Trouble.SERVER_AWAY) : new Standing.Up(at);
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
