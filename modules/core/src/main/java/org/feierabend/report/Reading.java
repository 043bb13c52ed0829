package org.feierabend.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.timeline.IsoWeek;

/**
 * One indicator of one set of people through the weeks.
 *
 * @param blocks which blocks of a release make up the people; empty where no set of blocks does
 */
record Reading(
    List<PublishedRelease> releases,
    Function<PublishedRelease, Optional<List<Integer>>> blocks,
    Indicator indicator) {

  /** One week: the sum of the noised counts of its blocks. */
  record Cell(IsoWeek week, long noised, int people, int blocks, Rational sigma2) {}

  /** The weeks that can be read, in order. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (PublishedRelease release : releases) {
      Optional<List<Integer>> parts =
          release.indicators().contains(indicator) ? blocks.apply(release) : Optional.empty();
      if (parts.isPresent()) cells.add(cell(release, parts.get()));
    }
    return cells;
  }

  private Cell cell(PublishedRelease release, List<Integer> parts) {
    long noised = 0;
    int people = 0;
    for (int part : parts) {
      noised = Math.addExact(noised, release.noised().get(part).get(indicator));
      people = Math.addExact(people, release.plan().blocks().get(part).headcount());
    }
    return new Cell(release.week(), noised, people, parts.size(), release.sigma2());
  }
}
