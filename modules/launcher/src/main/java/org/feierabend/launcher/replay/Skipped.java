package org.feierabend.launcher.replay;

import java.util.ArrayList;
import java.util.List;

/** The lines left out: the first ones with number and reason, all of them as a count. */
public final class Skipped {
  static final int SHOWN = 20;

  private final List<Line> first = new ArrayList<>();
  private int count;

  /** A bad line; the reason never quotes it, it may hold names. */
  public record Line(int number, String reason, String german) {}

  void add(int number, String reason, String german) {
    count++;
    if (first.size() < SHOWN) first.add(new Line(number, reason, german));
  }

  public List<Line> first() {
    return List.copyOf(first);
  }

  public int count() {
    return count;
  }
}
