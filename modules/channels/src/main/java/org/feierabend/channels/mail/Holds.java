package org.feierabend.channels.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows a mail again that was held and is asked about anew. A refused copy comes back under another
 * queue id, so what names it is a ticket: the n-th waiting copy between the same two for the same
 * instant. Tickets are the same after a restart, and say nothing without the mail server's secret.
 */
final class Holds {
  private static final int TICKET_BYTES = 15;
  private static final Duration FORGOTTEN = Duration.ofHours(6);

  private record Between(long sender, long recipient) {}

  private static final class Copy {
    private final Instant until;
    private final String ticket;
    private String queueId;
    private Instant asked;

    Copy(Instant until, String ticket) {
      this.until = until;
      this.ticket = ticket;
    }
  }

  private final Duration retry;
  private final Map<Between, List<Copy>> waiting = new HashMap<>();
  private Instant tidied = Instant.MIN;

  /**
   * @param retry no sooner does a mail server ask about the same copy again
   */
  Holds(Duration retry) {
    this.retry = retry;
  }

  /** The ticket of a copy that waits: its own if it waited before, else a new one. */
  String ticket(PolicyRequest asked, long sender, long recipient, Instant until, Instant now) {
    tidy(now);
    List<Copy> copies =
        waiting.computeIfAbsent(new Between(sender, recipient), b -> new ArrayList<>());
    List<Copy> same = copies.stream().filter(c -> c.until.equals(until)).toList();
    Copy copy =
        same.stream()
            .filter(c -> c.queueId.equals(asked.queueId()))
            .findFirst()
            .or(() -> longestUnasked(same, now))
            .orElseGet(
                () -> {
                  Copy added =
                      new Copy(until, name(asked.context(), sender, recipient, until, same.size()));
                  copies.add(added);
                  return added;
                });
    copy.queueId = asked.queueId();
    copy.asked = now;
    return copy.ticket;
  }

  private Optional<Copy> longestUnasked(List<Copy> copies, Instant now) {
    return copies.stream()
        .filter(c -> !c.asked.plus(retry).isAfter(now))
        .min(Comparator.comparing(c -> c.asked));
  }

  /** Whether this is a copy whose wait is over: it was counted when it began to wait. */
  boolean over(long sender, long recipient, Instant now) {
    Between between = new Between(sender, recipient);
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

  private static String name(String secret, long sender, long recipient, Instant until, int n) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest =
          mac.doFinal(
              "%d %d %s %d"
                  .formatted(sender, recipient, until, n)
                  .getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, TICKET_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256; any JDK from 17 on has.", e);
    }
  }
}
