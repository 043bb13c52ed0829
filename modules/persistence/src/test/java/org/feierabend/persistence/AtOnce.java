package org.feierabend.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who press the button in the same instant. */
final class AtOnce {
  private AtOnce() {}

  /** What each of them got; none begins before all are there. */
  static <T> List<T> all(List<Callable<T>> steps) throws Exception {
    CyclicBarrier there = new CyclicBarrier(steps.size());
    ExecutorService threads = Executors.newFixedThreadPool(steps.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> step : steps)
        running.add(
            threads.submit(
                () -> {
                  there.await();
                  return step.call();
                }));
      List<T> got = new ArrayList<>();
      for (Future<T> one : running) got.add(one.get());
      return got;
    } finally {
      threads.shutdownNow();
    }
  }
}
