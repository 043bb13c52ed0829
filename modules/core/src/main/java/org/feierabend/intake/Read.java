package org.feierabend.intake;

import java.util.Objects;

/**
 * One record read from an inbound topic.
 *
 * @param partition of the topic; for an event clock this is the lane
 * @param offset where it stood in the partition
 */
public record Read(int partition, long offset, Translation translation) {
  public Read {
    Objects.requireNonNull(translation, "translation");
  }
}
