package org.feierabend.channels.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.intake.Read;
import org.feierabend.intake.StoreAway;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class CountsLaterTest {
  private static final Instant NOW = Instant.parse("2026-09-15T08:00:00Z");
  private static final Employer CITY = CitizenReceiptsTest.CITY;

  /** A store that is away as often as it is told, and then keeps what it gets. */
  private static final class Store implements Intake {
    final List<String> kept = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch back = new CountDownLatch(1);
    final CountDownLatch asked = new CountDownLatch(1);
    private final boolean away;

    Store(boolean away) {
      this.away = away;
    }

    @Override
    public List<Outcome> accept(
        Employer employer, List<? extends Incoming.Event> events, Instant now) {
      asked.countDown();
      if (away && back.getCount() > 0) throw new StoreAway("No database.", null);
      for (Incoming.Event e : events) kept.add(((Incoming.Contact) e).ref().id());
      return events.stream().<Outcome>map(e -> new Outcome.Accepted()).toList();
    }

    @Override
    public void acceptFromTopic(Employer e, IsoWeek week, List<Read> records, Instant now) {
      throw new AssertionError("Mail comes by no topic.");
    }
  }

  private static List<Incoming.Contact> mails(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            n ->
                new Incoming.Contact(
                    new Ref(MailAnswers.SOURCE, "Q" + n),
                    new PersonId("p1"),
                    ContactClass.message(Channel.MAIL, Sender.COLLEAGUE),
                    Optional.empty(),
                    NOW))
        .toList();
  }

  private static List<String> ids(int from, int to) {
    return mails(from, to).stream().map(c -> c.ref().id()).toList();
  }

  @Test
  void a_stop_counts_what_is_left_in_its_order() {
    Store store = new Store(false);
    try (CountsLater later = new CountsLater(store, Thread::new)) {
      assertTrue(later.takes(5_000));
      later.add(CITY, mails(0, 5_000), NOW);
    }
    assertEquals(ids(0, 5_000), store.kept);
  }

  @Test
  void while_the_store_is_away_nothing_more_is_taken_and_nothing_is_lost() throws Exception {
    Store store = new Store(true);
    try (CountsLater later = new CountsLater(store, Thread::new)) {
      later.add(CITY, mails(0, 3), NOW);
      store.asked.await();
      for (int i = 0; i < 100 && later.takes(1); i++) Thread.sleep(20);
      assertFalse(later.takes(1), "whoever asks is to learn that the store is away");
      store.back.countDown();
      for (int i = 0; i < 250 && !later.takes(1); i++) Thread.sleep(20);
      assertTrue(later.takes(1), "the store is back");
      later.add(CITY, mails(3, 5), NOW);
    }
    assertEquals(ids(0, 5), store.kept);
  }

  @Test
  void no_more_is_taken_than_fits() {
    try (CountsLater later = new CountsLater(new Store(false), Thread::new)) {
      assertTrue(later.takes(CountsLater.MOST));
      assertFalse(later.takes(CountsLater.MOST + 1));
    }
  }
}
