package org.feierabend.channels.kafka;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.feierabend.contact.EmployerId;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/** An employer and just as much of a store as the readers of topics ask for. */
final class Stage {
  static final IsoWeek WEEK = IsoWeek.parse("2026-W02");

  final Employer employer;
  final Map<IsoWeek, Weeks.State> states = new TreeMap<>();
  final Map<IsoWeek, Map<Integer, Long>> inbound = new ConcurrentHashMap<>();
  final Map<Integer, Instant> lanes = new ConcurrentHashMap<>();
  final Set<Integer> ended = ConcurrentHashMap.newKeySet();
  final Map<Integer, Long> markOffsets = new ConcurrentHashMap<>();
  final List<Mark> tallied = new java.util.concurrent.CopyOnWriteArrayList<>();
  final Map<IsoWeek, WeekKey> keys = new ConcurrentHashMap<>();

  Stage(String id, Employer.ClockKind clock) {
    employer =
        new Employer(
            new EmployerId(id), 1, "City", ZoneOffset.UTC, "09564000", clock, WEEK, true, "p0");
  }

  Directory directory() {
    return answering(
        Directory.class,
        new Object() {
          @SuppressWarnings("unused")
          public Collection<Employer> employers() {
            return List.of(employer);
          }
        });
  }

  Acceptance acceptance() {
    return answering(
        Acceptance.class,
        new Object() {
          @SuppressWarnings("unused")
          public Map<Integer, Long> inboundOffsets(Employer e, IsoWeek week) {
            return inbound.getOrDefault(week, Map.of());
          }

          @SuppressWarnings("unused")
          public Map<Integer, Instant> lanes(Employer e) {
            return Map.copyOf(lanes);
          }

          @SuppressWarnings("unused")
          public Set<Integer> endedLanes(Employer e) {
            return Set.copyOf(ended);
          }
        });
  }

  Weeks weeks() {
    return answering(
        Weeks.class,
        new Object() {
          @SuppressWarnings("unused")
          public List<Weeks.Week> unfinished(Employer e) {
            return states.entrySet().stream()
                .map(s -> new Weeks.Week(s.getKey(), s.getValue()))
                .toList();
          }

          @SuppressWarnings("unused")
          public Map<Integer, Long> markOffsets(Employer e, IsoWeek week) {
            return Map.copyOf(markOffsets);
          }

          @SuppressWarnings("unused")
          public void tally(
              Employer e,
              IsoWeek week,
              List<Mark> marks,
              Map<Integer, Long> from,
              Map<Integer, Long> next) {
            from.forEach(
                (partition, offset) -> {
                  if (markOffsets.getOrDefault(partition, 0L) != (long) offset)
                    throw new Weeks.OutOfStep("partition " + partition);
                });
            tallied.addAll(marks);
            markOffsets.putAll(next);
          }
        });
  }

  WeekKeys weekKeys() {
    return new WeekKeys() {
      @Override
      public WeekKey openOrCreate(EmployerId e, IsoWeek week) {
        return keys.computeIfAbsent(week, w -> new WeekKey(new byte[32]));
      }

      @Override
      public Optional<WeekKey> find(EmployerId e, IsoWeek week) {
        return Optional.ofNullable(keys.get(week));
      }

      @Override
      public void destroy(EmployerId e, IsoWeek week) {
        keys.remove(week);
      }
    };
  }

  /** A port of which only some methods are asked; the others fail. */
  private static <T> T answering(Class<T> port, Object answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              var answer =
                  answers.getClass().getMethod(method.getName(), method.getParameterTypes());
              answer.setAccessible(true);
              try {
                return answer.invoke(answers, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("Waited in vain for " + what);
      Thread.sleep(20);
    }
  }
}
