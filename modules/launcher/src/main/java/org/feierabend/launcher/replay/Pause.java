package org.feierabend.launcher.replay;

import org.feierabend.launcher.Trouble;

/** Waiting that can be interrupted from the keyboard. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static Trouble interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return Trouble.of("Interrupted.", "Unterbrochen.", e);
  }
}
