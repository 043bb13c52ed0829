package org.feierabend.bench;

import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.timeline.StretchKind;

/** The ordinary floor: the same law as hand-written ifs. Knows what the benchmark asks, no more. */
final class Handwritten {
  private Handwritten() {}

  static Shape shape(StretchKind k, ContactClass c) {
    boolean self = c.sender() == Sender.SELF;
    boolean citizen = c.sender() == Sender.CITIZEN;
    if (!k.known()) return Shape.SILENCE;
    if (k.absent() && !self) {
      if (!k.deputy()) return Shape.SILENCE;
      return citizen ? Shape.SILENCE : Shape.ROUTE_DEPUTY;
    }
    if (self) return Shape.SILENCE;
    boolean incident = k.onCall() && c.kind() == ContactKind.INCIDENT && c.dutyMatches();
    boolean shift = k.shift();
    boolean sunday = k.sundayOrHoliday() && !incident && !(shift && k.sundayDuty());
    boolean free = (k.tariffDay() || k.dayOff() || !k.inWindow()) && !incident && !shift;
    if (!sunday && !free) return Shape.DELIVER;
    return citizen ? Shape.SILENCE : Shape.DEFER;
  }
}
