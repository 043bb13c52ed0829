package org.feierabend.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.PersonFacts;

/**
 * What would become of the same contacts under one policy edition or another, person by person in
 * memory; what comes out are totals alone.
 */
public final class DryRun {
  private DryRun() {}

  /** One result for each edition, in order. Works on all processors and remembers nobody. */
  public static List<DryRunResult> of(Traffic traffic, List<Reachability> editions) {
    return of(traffic, editions, person -> {});
  }

  /**
   * @param done told of each person as soon as their contacts are decided, by any thread
   */
  public static List<DryRunResult> of(
      Traffic traffic, List<Reachability> editions, IntConsumer done) {
    return IntStream.range(0, traffic.people().size())
        .parallel()
        .mapToObj(
            person -> {
              List<DryRunResult> results = of(traffic, person, editions);
              done.accept(person);
              return results;
            })
        .reduce(DryRun::both)
        .orElseGet(() -> editions.stream().map(e -> new Count(e.edition()).result()).toList());
  }

  private static List<DryRunResult> of(Traffic traffic, int person, List<Reachability> editions) {
    PersonFacts facts = traffic.people().get(person);
    List<DryRunResult> results = new ArrayList<>(editions.size());
    for (Reachability edition : editions) {
      Count count = new Count(edition.edition());
      traffic.tell(person, (contact, at) -> count.add(edition.decide(facts, contact, at), at));
      edition.forget(facts);
      results.add(count.result());
    }
    return results;
  }

  private static List<DryRunResult> both(List<DryRunResult> some, List<DryRunResult> others) {
    List<DryRunResult> sums = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) sums.add(some.get(i).and(others.get(i)));
    return sums;
  }
}
