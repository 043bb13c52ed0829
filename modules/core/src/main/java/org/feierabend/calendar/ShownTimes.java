package org.feierabend.calendar;

import static org.feierabend.timeline.PersonFacts.Flag.OWN_HOURS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.FrameHours;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.Spans;
import org.feierabend.timeline.Stretch;

/**
 * When an ordinary message of a colleague would be delivered, as far as others may know it: a
 * window that somebody set alone outside the frame, such as a voluntary evening, is nobody's
 * business, and why somebody is not there is not said.
 *
 * @param span what is spoken about
 * @param free the times of it, in order
 */
public record ShownTimes(Span span, List<Span> free) {
  private static final ContactClass ORDINARY = ContactClass.message(Channel.CHAT, Sender.COLLEAGUE);

  public ShownTimes {
    Objects.requireNonNull(span, "span");
    free = List.copyOf(free);
  }

  public static ShownTimes of(
      PersonFacts person, Reachability reachability, List<WeeklyWindow> frame, Span span) {
    List<Span> shown =
        FrameHours.touching(person, frame, span).stream()
            .sorted(Comparator.comparing(Span::from))
            .toList();
    List<Span> free = new ArrayList<>();
    for (Stretch s : reachability.stretches(person, span.from(), span.to())) {
      if (!(reachability.decide(person, ORDINARY, s.start()) instanceof Decision.Deliver)) continue;
      Span whole = new Span(s.start(), s.end());
      boolean own = person.flags().contains(OWN_HOURS) && !s.kind().shift();
      for (Span part : own ? shown : List.of(whole))
        Spans.both(whole, part).flatMap(p -> Spans.both(p, span)).ifPresent(p -> join(free, p));
    }
    return new ShownTimes(span, free);
  }

  /** The rest of the span. */
  public List<Span> busy() {
    return Spans.without(span, free);
  }

  private static void join(List<Span> spans, Span next) {
    int last = spans.size() - 1;
    Optional<Span> before = last < 0 ? Optional.empty() : Optional.of(spans.get(last));
    if (before.isPresent() && !before.get().to().isBefore(next.from()))
      spans.set(last, new Span(before.get().from(), next.to()));
    else spans.add(next);
  }
}
