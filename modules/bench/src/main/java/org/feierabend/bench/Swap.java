package org.feierabend.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.TableReachability;

/**
 * Another policy takes force while messages of 1,000 people keep coming at an even pace. Timed is
 * each decision, and how late its answer was after its message was due: in the second a pause of
 * the whole Java shows as well, for every message that came in it.
 */
final class Swap {
  private static final int RATE = 50_000; // messages a second
  private static final long STEADY = 2_000_000_000L; // nanoseconds
  private static final long AFTER = 1_000_000_000L;

  private final Question[] questions = Question.all(Question.Order.ARRIVING);
  private final String before;
  private final String after;

  Swap(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Where the slowest hundredth begins, in nanoseconds.
   *
   * @param steady of decisions before the swap
   * @param swapping of decisions from the start of the preparation to a second after the swap
   * @param late of answers in that time, after their message was due
   */
  record Waits(long steady, long swapping, long late) {}

  Waits measure() throws InterruptedException {
    TableReachability old = (TableReachability) Variant.book().under(before);
    TableReachability next = (TableReachability) Variant.book().under(after);
    for (Question q : questions) old.decide(q.person(), q.contact(), q.at());
    AtomicReference<Reachability> inForce = new AtomicReference<>(old);
    Load load = new Load(inForce);
    Thread clients = new Thread(load, "clients");
    clients.start();
    Thread.sleep(STEADY / 1_000_000 * 2);
    load.swapping = true;
    if (next.takeOver(old) > 0) throw new IllegalStateException("A cell could not be proven.");
    inForce.set(next);
    Thread.sleep(AFTER / 1_000_000);
    load.over = true;
    clients.join();
    requireWhole(load);
    return new Waits(
        p99(load.took, load.steadyFrom, load.swapFrom),
        p99(load.took, load.swapFrom, load.asked),
        p99(load.late, load.swapFrom, load.asked));
  }

  private static long p99(int[] waits, int from, int to) {
    int[] sorted = Arrays.copyOfRange(waits, from, to);
    Arrays.sort(sorted);
    return sorted[sorted.length * 99 / 100];
  }

  /**
   * Each answer is one of the old policy's or one of the new one's, and the old ones come first.
   */
  private void requireWhole(Load load) {
    Reachability old = Variant.book().under(before);
    Reachability next = Variant.book().under(after);
    boolean swapped = false;
    for (int i = 0; i < load.asked; i++) {
      Question q = questions[i & (questions.length - 1)];
      Decision a = old.decide(q.person(), q.contact(), q.at());
      Decision b = next.decide(q.person(), q.contact(), q.at());
      if (a.equals(b)) continue;
      boolean isNext = load.answers[i].equals(b);
      if (!isNext && (swapped || !load.answers[i].equals(a)))
        throw new IllegalStateException(
            "A decision from a mixed state for %s at %s: %s."
                .formatted(q.contact(), q.at(), load.answers[i]));
      swapped |= isNext;
    }
    if (!swapped) throw new IllegalStateException("The other policy never took force.");
  }

  private final class Load implements Runnable {
    private static final int MOST = 60 * RATE;

    private final AtomicReference<Reachability> inForce;
    private final int[] took = new int[MOST];
    private final int[] late = new int[MOST];
    private final Decision[] answers = new Decision[MOST];
    private volatile boolean swapping;
    private volatile boolean over;
    private int steadyFrom;
    private int swapFrom;
    private int asked;

    Load(AtomicReference<Reachability> inForce) {
      this.inForce = inForce;
    }

    @Override
    public void run() {
      long start = System.nanoTime();
      long pace = 1_000_000_000L / RATE;
      for (; asked < MOST && !over; asked++) {
        long due = start + asked * pace;
        long began = System.nanoTime();
        while (began < due) began = System.nanoTime();
        if (due - start < STEADY) steadyFrom = asked; // the compiler is still at work
        if (!swapping) swapFrom = asked;
        Question q = questions[asked & (questions.length - 1)];
        answers[asked] = inForce.get().decide(q.person(), q.contact(), q.at());
        long done = System.nanoTime();
        took[asked] = (int) Math.min(Integer.MAX_VALUE, done - began);
        late[asked] = (int) Math.min(Integer.MAX_VALUE, done - due);
      }
    }
  }
}
