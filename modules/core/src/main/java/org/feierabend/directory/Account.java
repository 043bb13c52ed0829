package org.feierabend.directory;

import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Staff;

/**
 * The account of an import: what it changes, or why it changes nothing.
 *
 * @param steps what happens to whom, in the order of the directory's words
 * @param complaints what has to be mended first; as long as there is one nothing changes
 * @param notes what the reader should know besides
 * @param before the directory as it stood
 * @param after the directory afterwards; as it is now while there are complaints
 */
public record Account(
    List<Step> steps,
    List<Complaint> complaints,
    List<Sentence> notes,
    DirectoryChange change,
    Staff before,
    Staff after) {
  public enum Kind {
    UNIT_ADDED,
    UNIT_CHANGED,
    UNIT_MOVED,
    UNIT_CLOSED,
    JOINS,
    MOVES,
    CHANGES,
    LEAVES
  }

  /**
   * @param id of the person or unit
   */
  public record Step(Kind kind, String id, Sentence what) {}

  /**
   * @param line of the source, from 1; 0: the source as a whole
   * @param value what stands there
   */
  public record Complaint(int line, String value, Sentence todo) {
    @Override
    public String toString() {
      return "Complaint(line " + line + ")"; // the value may be a person
    }
  }

  public Account {
    steps = List.copyOf(steps);
    complaints = List.copyOf(complaints);
    notes = List.copyOf(notes);
  }

  public long count(Kind kind) {
    return steps.stream().filter(s -> s.kind() == kind).count();
  }
}
