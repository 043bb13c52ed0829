package org.feierabend.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.PersonFacts;

/**
 * Contacts of a log, kept in memory while a policy is tried on them: instants and kinds by person,
 * no names. Everybody has the same facts, for a log says nothing about people.
 */
public final class LogTraffic implements Traffic {
  /** More contacts than this are no log for a dry run: they take some 60 MiB. */
  public static final int MOST = 5_000_000;

  /** One person's contacts. */
  private static final class Inbox {
    private long[] at = new long[16];
    private short[] kind = new short[16];
    private int size;

    private void add(long milli, short contact) {
      if (size == at.length) {
        at = Arrays.copyOf(at, 2 * size);
        kind = Arrays.copyOf(kind, 2 * size);
      }
      at[size] = milli;
      kind[size++] = contact;
    }
  }

  private final PersonFacts everybody;
  private final Map<Object, Inbox> byPerson = new HashMap<>();
  private final List<Inbox> inboxes = new ArrayList<>();
  private final Map<ContactClass, Short> numbers = new HashMap<>();
  private final List<ContactClass> kinds = new ArrayList<>();
  private int size;

  /**
   * @param everybody the facts each person has
   */
  public LogTraffic(PersonFacts everybody) {
    this.everybody = Objects.requireNonNull(everybody, "everybody");
  }

  /**
   * @param recipient whatever tells one person of the log from another
   */
  public void add(Object recipient, ContactClass contact, Instant at) {
    if (size == MOST)
      throw new IllegalArgumentException(
          "A log for a dry run has at most %d contacts, and this has more.".formatted(MOST));
    Inbox inbox =
        byPerson.computeIfAbsent(
            recipient,
            r -> {
              Inbox made = new Inbox();
              inboxes.add(made);
              return made;
            });
    short number =
        numbers.computeIfAbsent(
            contact,
            c -> {
              kinds.add(c);
              return (short) (kinds.size() - 1);
            });
    inbox.add(at.toEpochMilli(), number);
    size++;
  }

  public int size() {
    return size;
  }

  @Override
  public List<PersonFacts> people() {
    return java.util.Collections.nCopies(inboxes.size(), everybody);
  }

  @Override
  public void tell(int person, Listener listener) {
    Inbox inbox = inboxes.get(person);
    for (int i = 0; i < inbox.size; i++)
      listener.hear(kinds.get(inbox.kind[i]), Instant.ofEpochMilli(inbox.at[i]));
  }
}
