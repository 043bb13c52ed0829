package org.feierabend.channels.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/** What an ordinary message of a colleague meets, now and next. */
final class DayStrip {
  /** How far ahead a change is looked for. */
  static final Duration HORIZON = Duration.ofDays(35);

  private static final ContactClass ORDINARY = ContactClass.message(Channel.CHAT, Sender.COLLEAGUE);

  /** A span in one state: available, resting, protected, off, absent, on-call or unknown. */
  record Part(Instant start, Instant end, String state) {}

  private final Reachability reachability;
  private final PersonFacts facts;
  private final Instant now;

  DayStrip(Reachability reachability, PersonFacts facts, Instant now) {
    this.reachability = reachability;
    this.facts = facts;
    this.now = now;
  }

  Decision decisionNow() {
    return reachability.decide(facts, ORDINARY, now);
  }

  /** Parts from now on for {@code length}, gapless, neighbours of the same state joined. */
  List<Part> parts(Duration length) {
    Instant end = now.plus(length);
    List<Part> parts = new ArrayList<>();
    for (Stretch stretch : reachability.stretches(facts, now, end)) {
      Instant from = stretch.start().isBefore(now) ? now : stretch.start();
      Instant to = stretch.end().isAfter(end) ? end : stretch.end();
      if (!from.isBefore(to)) continue;
      String state = state(stretch.kind(), from);
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).state().equals(state))
        parts.set(last, new Part(parts.get(last).start(), to, state));
      else parts.add(new Part(from, to, state));
    }
    return parts;
  }

  /** When the present state ends; empty when nothing changes within the horizon. */
  Optional<Instant> until() {
    List<Part> ahead = parts(HORIZON);
    return ahead.size() < 2 ? Optional.empty() : Optional.of(ahead.get(0).end());
  }

  /** When an ordinary message next comes at once; empty when not within the horizon. */
  Optional<Instant> reachableFrom() {
    return parts(HORIZON).stream()
        .filter(part -> part.state().equals("available"))
        .map(Part::start)
        .findFirst();
  }

  private String state(StretchKind kind, Instant at) {
    if (!kind.known()) return "unknown";
    if (kind.absent()) return "absent";
    if (reachability.decide(facts, ORDINARY, at) instanceof Decision.Deliver) return "available";
    if (kind.onCall()) return "on-call";
    if (kind.dailyRest() || kind.callOutRest() || kind.weeklyRest()) return "resting";
    boolean protectedHours = kind.sundayOrHoliday() || kind.lateHours() || kind.eveAfternoon();
    return protectedHours ? "protected" : "off";
  }
}
