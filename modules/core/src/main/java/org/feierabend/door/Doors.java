package org.feierabend.door;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every door there is, configured or not. Whoever builds one puts it here. */
public final class Doors {
  private final List<Door> all = new CopyOnWriteArrayList<>();

  public <D extends Door> D add(D door) {
    if (all.stream().anyMatch(known -> known.name().equals(door.name())))
      throw new IllegalArgumentException(
          "There are two doors named %s; give each its own name.".formatted(door.name()));
    all.add(door);
    return door;
  }

  /** By name. */
  public List<Door> all() {
    return all.stream().sorted(Comparator.comparing(Door::name)).toList();
  }
}
