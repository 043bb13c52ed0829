package org.feierabend.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * What failed of several things of which none is to hold up the others; told at the end, as one.
 */
public final class Failures {
  private final List<RuntimeException> all = new ArrayList<>();

  public void add(RuntimeException failure) {
    all.add(failure);
  }

  /** Throws the first with the others suppressed; nothing happens where nothing failed. */
  public void throwFirst() {
    if (all.isEmpty()) return;
    RuntimeException first = all.get(0);
    all.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }
}
