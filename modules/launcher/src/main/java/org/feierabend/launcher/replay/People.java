package org.feierabend.launcher.replay;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who occurs in a file, as numbers. Names and addresses are numbered in the order in which they
 * appear; the mapping lives in memory while the file is read and is never written.
 */
public final class People {
  /** A sender who does not belong to the house. */
  static final int NOBODY = -1;

  private final BitSet staff = new BitSet();
  private final Map<String, Integer> names = new HashMap<>();

  /** The number of a name, the same for every spelling in capitals. */
  int named(String name) {
    return names.computeIfAbsent(name.toLowerCase(java.util.Locale.ROOT), n -> names.size());
  }

  /** Counts a number as a member of the house. */
  int staff(int number) {
    staff.set(number);
    return number;
  }

  boolean isStaff(int number) {
    return number >= 0 && staff.get(number);
  }

  public int count() {
    return staff.cardinality();
  }

  /** Numbers of the members of the house, ascending. */
  public IntStream numbers() {
    return staff.stream();
  }

  void forgetNames() {
    names.clear();
  }
}
