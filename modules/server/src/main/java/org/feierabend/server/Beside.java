package org.feierabend.server;

import java.util.concurrent.ThreadFactory;
import org.feierabend.door.Doors;

/**
 * The doors beside the servers people already run. Each is off until its settings are there, and
 * stands in the list of doors either way; whoever builds one adds a line here.
 */
final class Beside {
  final Doors doors = new Doors();

  /**
   * @param house whose parts a door needs; they are all built
   */
  Beside(House house, Settings settings, ThreadFactory threads, Closers closers) {}
}
