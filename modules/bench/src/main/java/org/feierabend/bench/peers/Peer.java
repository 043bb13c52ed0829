package org.feierabend.bench.peers;

import org.feierabend.decision.Cell.Shape;

/** An engine that was told {@link Law} in its own language. For one thread. */
@FunctionalInterface
public interface Peer {
  Shape decide(Situation situation);
}
