package org.feierabend.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account.Complaint;

/** Collects what is wrong: all of it, so that nobody mends a file line by line. */
public final class Complaints {
  private final List<Complaint> all = new ArrayList<>();

  public void add(int line, String value, String de, String en) {
    all.add(new Complaint(line, value, new Sentence(de, en)));
  }

  public int size() {
    return all.size();
  }

  public boolean none() {
    return all.isEmpty();
  }

  /** By line. */
  public List<Complaint> list() {
    return all.stream().sorted(Comparator.comparingInt(Complaint::line)).toList();
  }
}
