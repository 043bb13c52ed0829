package org.feierabend.intake;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.report.WeekKey;

/**
 * An emergency as it is counted: neither who called it nor whom it reached. One that names many
 * people is one.
 *
 * @param id opaque; nobody can say of which contact once the week's key is gone
 * @param hour the full hour it fell into
 * @param role the sender's role
 */
public record Emergency(UUID id, Instant hour, Sender role, EmergencyReason reason) {
  public Emergency {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(role, "role");
    if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS)))
      throw new IllegalArgumentException(
          "An emergency is counted at a full hour, but got %s.".formatted(hour));
    if (reason == EmergencyReason.NONE)
      throw new IllegalArgumentException("An emergency names a reason code, but got NONE.");
  }

  static Emergency of(WeekKey key, Ref ref, ContactClass contact, Instant at) {
    if (contact.urgency() != Urgency.EMERGENCY)
      throw new IllegalArgumentException(
          "Only an EMERGENCY is counted as one, but got %s.".formatted(contact.urgency()));
    ByteBuffer id = ByteBuffer.wrap(key.emergencyId(ref));
    return new Emergency(
        new UUID(id.getLong(), id.getLong()),
        at.truncatedTo(ChronoUnit.HOURS),
        contact.sender(),
        contact.reason());
  }
}
