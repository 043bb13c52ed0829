package org.feierabend.report;

import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/** The key store of the open weeks, outside the database and its backups. */
public interface WeekKeys {
  /**
   * The key of an open week, made from fresh randomness the first time, durable before it is
   * returned.
   */
  WeekKey openOrCreate(EmployerId employer, IsoWeek week);

  /** Empty once destroyed. */
  Optional<WeekKey> find(EmployerId employer, IsoWeek week);

  /** Overwrites and deletes; doing it twice is no error. */
  void destroy(EmployerId employer, IsoWeek week);
}
