package org.feierabend.launcher.replay;

import java.time.Instant;
import java.util.Objects;

/**
 * One event as it is sent: CloudEvents attributes and the data as JSON.
 *
 * @param id unique in its replay
 * @param person number of the one it is about; picks the partition
 */
public record ReplayEvent(String id, Instant at, String type, int person, byte[] data) {
  public static final String CONTACT = "org.feierabend.contact.v1";
  public static final String WORK = "org.feierabend.work.v1";
  public static final String MEETING = "org.feierabend.meeting.v1";
  public static final String ABSENCE = "org.feierabend.absence.v1";
  public static final String DUTY = "org.feierabend.duty.v1";
  public static final String CLOCK = "org.feierabend.clock.v1";

  public ReplayEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(data, "data");
  }
}
