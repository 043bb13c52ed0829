package org.feierabend.channels.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;

/**
 * Knows a mail again that was held and is asked about anew. A refused copy comes back under another
 * queue id, so what names it is a ticket: the n-th waiting copy between the same two for the same
 * instant. Tickets are the same after a restart, and say nothing without the mail server's secret.
 *
 * <p>How many wait is told by the mail server's own queue while somebody reads it to us; else by
 * its clock, which never asks about one copy twice within {@code retry}.
 */
final class Holds {
  private static final int TICKET_BYTES = 15;
  private static final Duration FORGOTTEN = Duration.ofHours(6);

  /** So long the last look into the queue is believed to be followed by another. */
  private static final Duration LOOKED_AT = Duration.ofMinutes(1);

  /**
   * Who writes to whom, and how.
   *
   * @param id of the recipient
   */
  record Between(long sender, long recipient, PersonId id, ContactClass contact) {}

  /** One waiting copy of a mail. */
  static final class Copy {
    private final Between between;
    private final Instant until;
    private final String secret;
    private final String ticket;
    private String queueId;
    private Instant asked;

    private Copy(
        Between between, Instant until, String secret, int n, String queueId, Instant asked) {
      this.between = between;
      this.until = until;
      this.secret = secret;
      this.ticket = name(secret, between, until, n);
      this.queueId = queueId;
      this.asked = asked;
    }

    String ticket() {
      return ticket;
    }

    Between between() {
      return between;
    }
  }

  private final Duration retry;
  private final Map<Between, List<Copy>> waiting = new HashMap<>();
  private Instant tidied = Instant.MIN;
  private Instant looked = Instant.MIN;

  /**
   * @param retry no sooner does a mail server ask about the same copy again
   */
  Holds(Duration retry) {
    this.retry = retry;
  }

  /** The ticket of a copy that waits: its own if it waited before, else a new one. */
  synchronized String ticket(PolicyRequest asked, Between between, Instant until, Instant now) {
    tidy(now);
    List<Copy> same = waiting(between, until);
    Copy copy =
        same.stream()
            .filter(c -> c.queueId.equals(asked.queueId()))
            .findFirst()
            .or(() -> longestUnasked(same, now))
            .orElseGet(
                () ->
                    added(
                        new Copy(
                            between, until, asked.context(), same.size(), asked.queueId(), now)));
    copy.queueId = asked.queueId();
    copy.asked = now;
    return copy.ticket;
  }

  private List<Copy> waiting(Between between, Instant until) {
    return waiting.getOrDefault(between, List.of()).stream()
        .filter(c -> c.until.equals(until))
        .toList();
  }

  private Copy added(Copy copy) {
    waiting.computeIfAbsent(copy.between, b -> new ArrayList<>()).add(copy);
    return copy;
  }

  private Optional<Copy> longestUnasked(List<Copy> copies, Instant now) {
    boolean seen = looked.plus(LOOKED_AT).isAfter(now);
    return copies.stream()
        .filter(c -> seen || !c.asked.plus(retry).isAfter(now))
        .min(Comparator.comparing(c -> c.asked));
  }

  /**
   * Somebody looked into the mail server's queue and found these tickets, one for each copy that
   * waits. Where more wait than were told apart, the others are returned; once they are counted
   * they are to be {@link #added}.
   */
  synchronized List<Copy> seen(Collection<String> queue, Instant now) {
    looked = now;
    Map<String, Long> found =
        queue.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Copy> more = new ArrayList<>();
    for (List<Copy> all : waiting.values())
      for (List<Copy> same : all.stream().collect(Collectors.groupingBy(c -> c.until)).values()) {
        Copy one = same.get(0);
        long wait = same.stream().mapToLong(c -> found.getOrDefault(c.ticket, 0L)).sum();
        if (one.until.isAfter(now))
          for (int n = same.size(); n < wait; n++)
            more.add(new Copy(one.between, one.until, one.secret, n, "", now));
      }
    return more;
  }

  /** From now on each of these is a copy like any other. */
  synchronized void added(List<Copy> more) {
    for (Copy copy : more)
      if (waiting(copy.between, copy.until).stream().noneMatch(c -> c.ticket.equals(copy.ticket)))
        added(copy);
  }

  /** Whether this is a copy whose wait is over: it was counted when it began to wait. */
  synchronized boolean over(Between between, Instant now) {
    List<Copy> copies = waiting.getOrDefault(between, List.of());
    Optional<Copy> due = copies.stream().filter(c -> !c.until.isAfter(now)).findFirst();
    due.ifPresent(copies::remove);
    if (due.isPresent() && copies.isEmpty()) waiting.remove(between);
    return due.isPresent();
  }

  /** Who writes to whom is remembered no longer than something waits. */
  private void tidy(Instant now) {
    if (now.isBefore(tidied.plus(retry))) return;
    tidied = now;
    for (Iterator<List<Copy>> i = waiting.values().iterator(); i.hasNext(); ) {
      List<Copy> copies = i.next();
      copies.removeIf(c -> c.until.plus(FORGOTTEN).isBefore(now));
      if (copies.isEmpty()) i.remove();
    }
  }

  private static String name(String secret, Between between, Instant until, int n) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest =
          mac.doFinal(
              "%d %d %s %d"
                  .formatted(between.sender(), between.recipient(), until, n)
                  .getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, TICKET_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256; any JDK from 17 on has.", e);
    }
  }
}
