package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.people.Employer;

/** The emergencies of the last weeks and what was found of them; written with their contacts. */
public interface Emergencies {
  /** Those from that hour on, oldest first. */
  List<Kept> since(Employer employer, Instant from);

  Optional<Kept> find(Employer employer, UUID id);

  /** False when it is gone or was judged already. */
  boolean judge(Employer employer, UUID id, Judgement judgement);

  /** Deletes all before that hour. */
  void forget(Employer employer, Instant before);

  /** What looking at an emergency afterwards found. */
  enum Verdict {
    EMERGENCY,
    NO_EMERGENCY
  }

  record Judgement(Verdict verdict, Instant at) {}

  record Kept(Emergency emergency, Optional<Judgement> judgement) {
    boolean wrongBefore(Instant at) {
      return judgement
          .filter(j -> j.verdict() == Verdict.NO_EMERGENCY && !j.at().isAfter(at))
          .isPresent();
    }
  }
}
