package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.feierabend.people.Employer;

/** The emergencies of one employer in memory. */
final class MemoryEmergencies implements Emergencies {
  private final Map<UUID, Kept> kept = new TreeMap<>();

  void put(Emergency emergency) {
    kept.putIfAbsent(emergency.id(), new Kept(emergency, Optional.empty()));
  }

  @Override
  public List<Kept> since(Employer employer, Instant from) {
    return kept.values().stream().filter(k -> !k.emergency().hour().isBefore(from)).toList();
  }

  @Override
  public Optional<Kept> find(Employer employer, UUID id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public boolean judge(Employer employer, UUID id, Judgement judgement) {
    Kept before = kept.get(id);
    if (before == null || before.judgement().isPresent()) return false;
    kept.put(id, new Kept(before.emergency(), Optional.of(judgement)));
    return true;
  }

  @Override
  public void forget(Employer employer, Instant before) {
    kept.values().removeIf(k -> k.emergency().hour().isBefore(before));
  }
}
