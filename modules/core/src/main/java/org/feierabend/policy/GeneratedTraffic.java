package org.feierabend.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.timeline.PersonFacts;

/**
 * Made-up contacts: most in the working day, some in the evening, few at night and at weekends; of
 * a hundred the kinds below. The same seed makes the same contacts.
 */
public final class GeneratedTraffic implements Traffic {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final ContactClass[] HUNDRED = new ContactClass[100];

  static {
    int next = 0;
    next = fill(next, 34, ordinary(Channel.CHAT, Sender.COLLEAGUE));
    next = fill(next, 30, ordinary(Channel.MAIL, Sender.COLLEAGUE));
    next = fill(next, 10, ordinary(Channel.MAIL, Sender.CITIZEN));
    next = fill(next, 8, ordinary(Channel.CHAT, Sender.MANAGER));
    next = fill(next, 6, ordinary(Channel.MAIL, Sender.MANAGER));
    next = fill(next, 4, ordinary(Channel.MAIL, Sender.SYSTEM));
    next = fill(next, 3, ordinary(Channel.CALL, Sender.COLLEAGUE));
    next = fill(next, 2, ordinary(Channel.MAIL, Sender.SELF));
    next = fill(next, 2, of(ContactKind.MESSAGE, Urgency.URGENT, Channel.CHAT));
    fill(next, 1, of(ContactKind.INCIDENT, Urgency.URGENT, Channel.CALL));
  }

  private final List<PersonFacts> people;
  private final Instant from;
  private final float[] perHour;
  private final long seed;

  /**
   * @param zone whose clock the working day follows
   * @param days from the first date on
   * @param each how many contacts a person gets, about
   */
  public GeneratedTraffic(
      List<PersonFacts> people, ZoneId zone, LocalDate first, int days, int each, long seed) {
    if (days < 1 || each < 1)
      throw new IllegalArgumentException(
          "Traffic takes at least a day and a contact, but got %d days and %d contacts."
              .formatted(days, each));
    this.people = List.copyOf(people);
    this.from = first.atStartOfDay(Objects.requireNonNull(zone, "zone")).toInstant();
    this.perHour = perHour(zone, from, first.plusDays(days).atStartOfDay(zone).toInstant(), each);
    this.seed = seed;
  }

  private static float[] perHour(ZoneId zone, Instant from, Instant to, int each) {
    float[] weights = new float[Math.toIntExact(Duration.between(from, to).toHours())];
    float sum = 0;
    for (int h = 0; h < weights.length; h++)
      sum += weights[h] = weight(from.plus(Duration.ofHours(h)).atZone(zone));
    for (int h = 0; h < weights.length; h++) weights[h] *= each / sum;
    return weights;
  }

  private static float weight(ZonedDateTime local) {
    int hour = local.getHour();
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    if (hour < 6 || hour >= 22) return 1;
    if (weekend) return 2;
    return hour >= 8 && hour < 17 ? 40 : 8;
  }

  @Override
  public List<PersonFacts> people() {
    return people;
  }

  @Override
  public void tell(int person, Listener listener) {
    SplittableRandom random = new SplittableRandom(seed + 31L * person);
    long start = from.toEpochMilli();
    for (float expected : perHour) {
      int count = (int) (expected + random.nextInt(1 << 20) / (float) (1 << 20));
      for (int i = 0; i < count; i++) {
        long later = HOUR * i / count + random.nextInt((int) (HOUR / count));
        listener.hear(HUNDRED[random.nextInt(100)], Instant.ofEpochMilli(start + later));
      }
      start += HOUR;
    }
  }

  private static ContactClass ordinary(Channel channel, Sender sender) {
    return ContactClass.message(channel, sender);
  }

  private static ContactClass of(ContactKind kind, Urgency urgency, Channel channel) {
    boolean duty = kind == ContactKind.INCIDENT;
    return new ContactClass(kind, urgency, channel, Sender.COLLEAGUE, duty, EmergencyReason.NONE);
  }

  private static int fill(int from, int count, ContactClass contact) {
    for (int i = 0; i < count; i++) HUNDRED[from + i] = contact;
    return from + count;
  }
}
