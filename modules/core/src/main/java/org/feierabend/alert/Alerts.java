package org.feierabend.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** The alerts that were found, and whether a side has taken note. Who did is known to nobody. */
public interface Alerts {
  /** Who is told: HR, and the managers of the unit. */
  enum Side {
    HR,
    MANAGEMENT
  }

  /**
   * @param id opaque, unique in the house
   */
  record Kept(long id, Alert alert, Instant found) {}

  /** The last released week that was judged. */
  Optional<IsoWeek> judgedUpTo(Employer employer);

  /** Once for each week, whole or not at all; a week judged already stays as it was. */
  void keep(Employer employer, IsoWeek week, List<Alert> alerts, Instant at);

  /** Those the side has not taken note of, the newest first. */
  List<Kept> open(Employer employer, Side side);

  /** False when it is gone or noted already. */
  boolean acknowledge(Employer employer, long id, Side side);

  /** What was found before is kept as counts by month alone. */
  void forget(Employer employer, Instant before);
}
