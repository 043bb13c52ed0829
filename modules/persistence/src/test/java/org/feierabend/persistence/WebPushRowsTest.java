package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Language;
import org.feierabend.intake.ContactDigest;
import org.feierabend.intake.ContactDigest.Released;
import org.feierabend.intake.Deferral;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.push.Opening;
import org.feierabend.push.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who wants to be told of an opening, and what of it is still to be told, in a real PostgreSQL. */
class WebPushRowsTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");
  private static Database database;
  private static JpaDirectory directory;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    directory = new JpaDirectory(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<Person> people(Employer employer) {
    return List.copyOf(directory.people(employer));
  }

  private static Subscription subscription(String endpoint) {
    byte[] point = new byte[65];
    point[0] = 4;
    return new Subscription(
        UUID.randomUUID(), URI.create(endpoint), point, new byte[16], Language.EN, MONDAY);
  }

  private static Released released(long person, Channel channel, String outcome) {
    return new Released(
        Deferral.held(
            Sample.random16(),
            person,
            new Ref("/x", "r-" + System.nanoTime()),
            ContactClass.message(channel, Sender.COLLEAGUE),
            MONDAY),
        outcome);
  }

  @Test
  void openings_are_kept_once_for_whoever_wants_to_be_told_and_count_what_makes_a_sound() {
    Employer employer = directory.create(Sample.city("openings", 2));
    long told = people(employer).get(0).no();
    long other = people(employer).get(1).no();
    JdbcPushSubscriptions subscriptions = new JdbcPushSubscriptions(database);
    subscriptions.add(employer, told, subscription("https://push.example/a"));
    JdbcOpenings openings = new JdbcOpenings(database);
    ContactDigest digest =
        new ContactDigest(
            MONDAY,
            List.of(
                released(told, Channel.MAIL, "DELIVER"),
                released(told, Channel.MAIL, "DELIVER"),
                released(told, Channel.CALENDAR, "DELIVER"),
                released(told, Channel.CHAT, "SILENCE"),
                released(told, Channel.CALL, "ROUTE")));
    ContactDigest silent =
        new ContactDigest(MONDAY, List.of(released(told, Channel.CHAT, "SILENCE")));
    ContactDigest nobodys =
        new ContactDigest(MONDAY, List.of(released(other, Channel.MAIL, "DELIVER")));
    for (int again = 0; again < 2; again++)
      openings.note(employer, List.of(digest, silent, nobodys), MONDAY);
    List<Opening> pending = openings.pending(employer);
    assertEquals(1, pending.size());
    assertEquals(Map.of(Channel.MAIL, 2, Channel.CALENDAR, 1), pending.get(0).counts());
    openings.done(pending);
    assertEquals(List.of(), openings.pending(employer));
  }

  @Test
  void a_subscription_is_its_persons_to_erase_and_goes_when_they_leave() {
    Employer employer = directory.create(Sample.city("browsers", 2));
    long one = people(employer).get(0).no();
    long two = people(employer).get(1).no();
    JdbcPushSubscriptions subscriptions = new JdbcPushSubscriptions(database);
    Subscription first = subscription("https://push.example/b");
    subscriptions.add(employer, one, first);
    assertEquals(Language.EN, subscriptions.of(employer, one).get(0).language());
    assertArrayEquals(first.key(), subscriptions.of(employer, one).get(0).key());
    assertFalse(subscriptions.remove(employer, two, first.id()));
    subscriptions.add(employer, two, subscription("https://push.example/b"));
    assertEquals(List.of(), subscriptions.of(employer, one), "one browser, one person");
    assertTrue(subscriptions.remove(employer, two, subscriptions.of(employer, two).get(0).id()));
    subscriptions.add(employer, one, first);
    database.transaction(c -> Sql.update(c, "DELETE FROM person WHERE no = ?", one));
    assertEquals(List.of(), subscriptions.of(employer, one));
  }
}
