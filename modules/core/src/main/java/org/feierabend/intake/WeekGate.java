package org.feierabend.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.feierabend.contact.EmployerId;

/**
 * Keeps sealing and counting apart: many batches may pass together, a seal waits until none is
 * under way. So no mark is published after the end of a sealed week's topic was read.
 */
public final class WeekGate {
  private final Map<EmployerId, ReadWriteLock> locks = new ConcurrentHashMap<>();

  <T> T passing(EmployerId employer, Supplier<T> batch) {
    ReadWriteLock lock = lockOf(employer);
    lock.readLock().lock();
    try {
      return batch.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  void shut(EmployerId employer, Runnable seal) {
    ReadWriteLock lock = lockOf(employer);
    lock.writeLock().lock();
    try {
      seal.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private ReadWriteLock lockOf(EmployerId employer) {
    return locks.computeIfAbsent(employer, e -> new ReentrantReadWriteLock(true));
  }
}
