package org.feierabend.channels.http;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found of a meeting's slot.
 *
 * @param allowed whether it may lie there
 * @param proposed the next start for the same length in core time, where it may not; empty as well
 *     when there is none within four weeks
 */
record SlotFound(boolean allowed, Optional<Instant> proposed) {}
