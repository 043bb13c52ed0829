package org.feierabend.bench;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.feierabend.bench.peers.Cedar;
import org.feierabend.bench.peers.Cel;
import org.feierabend.bench.peers.EasyRules;
import org.feierabend.bench.peers.Evrete;
import org.feierabend.bench.peers.Peer;
import org.feierabend.bench.peers.Situation;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.rulebook.NaiveDrools;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.StretchKind;

/** A way to decide. All but the first look at the calendar for each message. */
public enum Variant {
  REMEMBERED("the table, remembered"),
  HANDWRITTEN("hand-written java.time"),
  EASY_RULES("Easy Rules"),
  CEL("CEL"),
  DROOLS_REUSED("Drools, session reused"),
  DROOLS_STATELESS("Drools, stateless"),
  EVRETE("Evrete"),
  CEDAR("Cedar, policies cached");

  /** Decides one question; the answer is a Decision or its {@link Shape}. */
  @FunctionalInterface
  interface Decider {
    Object decide(Question question);
  }

  private static final Logger ALL = Logger.getLogger(""); // held, or it forgets its level

  final String title;

  Variant(String title) {
    this.title = title;
  }

  /** A new one, for one thread. */
  Decider over(RulebookReachabilities book) {
    Holidays holidays = book.holidays();
    return switch (this) {
      case REMEMBERED -> remembered(book.under("p0"));
      case HANDWRITTEN -> q -> Handwritten.shape(kind(q, holidays), q.contact());
      case EASY_RULES -> asked(new EasyRules(), holidays);
      case CEL -> asked(new Cel(), holidays);
      case EVRETE -> asked(new Evrete(), holidays);
      case CEDAR -> asked(new Cedar(), holidays);
      case DROOLS_REUSED -> {
        NaiveDrools drools = book.naive();
        yield q -> drools.decide(kind(q, holidays), q.contact()).shape();
      }
      case DROOLS_STATELESS -> {
        NaiveDrools drools = book.naive();
        yield q -> drools.decideAlone(kind(q, holidays), q.contact()).shape();
      }
    };
  }

  private static Decider remembered(Reachability reachability) {
    return q -> reachability.decide(q.person(), q.contact(), q.at());
  }

  private static Decider asked(Peer peer, Holidays holidays) {
    return q -> peer.decide(new Situation(kind(q, holidays), q.contact()));
  }

  private static StretchKind kind(Question q, Holidays holidays) {
    return Facts.at(q.person(), q.at(), holidays);
  }

  /** Somebody else's engine. */
  boolean peer() {
    return this != REMEMBERED && this != HANDWRITTEN && this != DROOLS_REUSED;
  }

  /** The outcome in the word of the wire. */
  static String word(Object answer) {
    return answer instanceof Decision d
        ? d.outcome()
        : ((Shape) answer).name().replaceFirst("_.*", "");
  }

  static RulebookReachabilities book() {
    ALL.setLevel(Level.WARNING);
    return new RulebookReachabilities(home());
  }

  static Path home() {
    return Path.of(System.getProperty("feierabend.home", ".")).toAbsolutePath().normalize();
  }
}
