package org.feierabend.bench.peers;

import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Sender;
import org.feierabend.timeline.StretchKind;

/** Ready facts of one question, by the words in which {@link Law} speaks of them. */
public record Situation(StretchKind kind, ContactClass contact) {
  /** Every word that {@link #is} understands. */
  static final List<String> WORDS =
      List.of(
          "doubt",
          "absent",
          "deputy",
          "onCall",
          "shift",
          "sundayDuty",
          "sunday",
          "tariffDay",
          "dayOff",
          "window",
          "self",
          "citizen",
          "incident");

  public boolean is(String word) {
    return switch (word) {
      case "doubt" -> !kind.known();
      case "absent" -> kind.absent();
      case "deputy" -> kind.deputy();
      case "onCall" -> kind.onCall();
      case "shift" -> kind.shift();
      case "sundayDuty" -> kind.sundayDuty();
      case "sunday" -> kind.sundayOrHoliday();
      case "tariffDay" -> kind.tariffDay();
      case "dayOff" -> kind.dayOff();
      case "window" -> kind.inWindow();
      case "self" -> self();
      case "citizen" -> citizen();
      case "incident" -> incident();
      default -> throw new IllegalArgumentException("No law speaks of \"%s\".".formatted(word));
    };
  }

  boolean self() {
    return contact.sender() == Sender.SELF;
  }

  boolean citizen() {
    return contact.sender() == Sender.CITIZEN;
  }

  boolean incident() {
    return contact.kind() == ContactKind.INCIDENT && contact.dutyMatches();
  }

  boolean free() {
    return !kind.shift() && (kind.tariffDay() || kind.dayOff() || !kind.inWindow());
  }

  boolean sundayRest() {
    return kind.sundayOrHoliday() && !(kind.shift() && kind.sundayDuty());
  }
}
