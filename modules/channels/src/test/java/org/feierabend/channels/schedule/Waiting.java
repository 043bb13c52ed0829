package org.feierabend.channels.schedule;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.ContactDigest;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** What one employer's people wait for, in memory. */
final class Waiting implements Deferrals, ReleaseOfContacts.HandOver {
  final Employer employer;
  final List<Deferral> held = new ArrayList<>();
  final List<Deferral> released = new CopyOnWriteArrayList<>();
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger asked = new AtomicInteger();

  Waiting(String id) {
    employer =
        new Employer(
            new EmployerId(id),
            1,
            "City",
            ZoneOffset.UTC,
            "09564000",
            Employer.ClockKind.WALL,
            IsoWeek.parse("2026-W01"),
            false,
            "p0");
  }

  synchronized void hold(String id, Instant until) {
    byte[] key = Arrays.copyOf(id.getBytes(StandardCharsets.US_ASCII), 16);
    held.add(
        Deferral.held(
            key,
            1,
            new Ref("/mail", id),
            ContactClass.message(Channel.MAIL, Sender.COLLEAGUE),
            until));
  }

  Directory directory() {
    return port(
        Directory.class, Map.of("employers", List.of(employer), "employer", Optional.of(employer)));
  }

  Acceptance acceptance() {
    return port(Acceptance.class, Map.of());
  }

  private static <T> T port(Class<T> port, Map<String, Object> answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (!answers.containsKey(method.getName()))
                throw new UnsupportedOperationException(method.getName());
              return answers.get(method.getName());
            }));
  }

  @Override
  public synchronized List<Instant> bells(Employer of, int limit) {
    return held.stream().map(Deferral::until).distinct().sorted().limit(limit).toList();
  }

  @Override
  public synchronized Set<String> held(Employer of, String source, Collection<String> ids) {
    return held.stream()
        .filter(d -> d.ref().source().equals(source))
        .map(d -> d.ref().id())
        .filter(ids::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Instant> nextBell(Employer of) {
    return bells(of, 1).stream().findFirst();
  }

  @Override
  public synchronized int release(
      Employer of, Instant now, int batch, Function<List<Deferral>, List<Deferral>> handOver) {
    asked.incrementAndGet();
    List<Deferral> due = held.stream().filter(d -> !d.until().isAfter(now)).toList();
    if (due.isEmpty()) return 0;
    handOver.apply(due);
    held.removeAll(due);
    return due.size();
  }

  @Override
  public void handOver(Employer of, List<ContactDigest> due, Instant now) {
    if (failures.getAndDecrement() > 0) throw new IllegalStateException("nobody takes them now");
    for (ContactDigest d : due) d.contacts().forEach(contact -> released.add(contact.deferral()));
  }

  @Override
  public List<Deferral> heldFor(Employer employer, long personNo) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Deferrals.Waiting waitingFor(Employer of, long personNo) {
    throw new UnsupportedOperationException("nobody looks here");
  }

  @Override
  public synchronized long count(Employer of) {
    return held.size();
  }
}
