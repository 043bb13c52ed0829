package org.feierabend.channels.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Employer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts mails that may go on whether they are counted or not, behind their answer: the mail server
 * need not wait for broker and database. What could not be counted is tried again every second, in
 * its order; meanwhile {@link #takes} is false, so that whoever asks next waits and learns how
 * things stand. A stop counts what is left; a kill loses what was answered since the last batch,
 * most often less than a second.
 */
final class CountsLater implements AutoCloseable {
  /** As many may be answered and uncounted: some 3 MB. */
  static final int MOST = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(CountsLater.class);
  private static final int AT_ONCE = 2_000;
  private static final long FAREWELL_MILLIS = 10_000;

  private record Answered(Employer employer, Incoming.Contact contact, Instant now) {}

  private final Intake intake;
  private final Complaints complaints = new Complaints(LOG);
  private final BlockingQueue<Answered> waiting = new LinkedBlockingQueue<>();
  private final Thread counting;
  private volatile boolean behind;
  private volatile boolean stopped;

  CountsLater(Intake intake, ThreadFactory threads) {
    this.intake = intake;
    counting = threads.newThread(this::count);
    counting.setName("feierabend-mail-counts");
    counting.start();
  }

  /** Whether there is room for so many, and the last batch was counted. */
  boolean takes(int contacts) {
    return !behind && !stopped && waiting.size() + contacts <= MOST;
  }

  /** From one thread, and only what it {@link #takes}. */
  void add(Employer employer, List<Incoming.Contact> contacts, Instant now) {
    for (Incoming.Contact c : contacts) waiting.add(new Answered(employer, c, now));
  }

  private void count() {
    List<Answered> batch = new ArrayList<>();
    try {
      while (!stopped || !waiting.isEmpty()) {
        fill(batch);
        if (!batch.isEmpty()) count(batch);
        if (behind && stopped) break;
        if (behind) TimeUnit.SECONDS.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int lost = batch.size() + waiting.size();
    if (lost > 0) LOG.warn("{} mails were let through and could not be counted.", lost);
  }

  private void fill(List<Answered> batch) throws InterruptedException {
    if (!batch.isEmpty()) return; // it is tried again
    Answered first = waiting.poll(stopped ? 0 : 1, TimeUnit.SECONDS);
    if (first == null) return;
    batch.add(first);
    waiting.drainTo(batch, AT_ONCE - 1);
  }

  private void count(List<Answered> batch) {
    Answered newest = batch.get(batch.size() - 1);
    try {
      intake.accept(
          newest.employer(), batch.stream().map(Answered::contact).toList(), newest.now());
      batch.clear();
      behind = false;
    } catch (RuntimeException e) {
      behind = true;
      complaints.of(e.getClass().getSimpleName()); // its message may name somebody
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      counting.join(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
