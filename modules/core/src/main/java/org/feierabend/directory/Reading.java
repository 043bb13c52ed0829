package org.feierabend.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account.Complaint;

/**
 * A source as a door read it.
 *
 * @param complaints lines that could not be read
 * @param notes what was dropped or guessed
 */
public record Reading(Said said, List<Complaint> complaints, List<Sentence> notes) {
  public Reading {
    complaints = List.copyOf(complaints);
    notes = List.copyOf(notes);
  }

  /** The account with what the door has to say. */
  public Account over(Account account) {
    List<Complaint> all = new ArrayList<>(complaints);
    all.addAll(account.complaints());
    all.sort(Comparator.comparingInt(Complaint::line));
    return new Account(
        account.steps(), all, notes, account.change(), account.before(), account.after());
  }
}
