package org.feierabend.launcher;

import java.util.List;
import java.util.Map;

/** One of the servers an instance consists of, as the launcher sees it. */
interface Part {
  /** Short name: of its pid file, its log and in messages. */
  String name();

  /** What it is called to people. */
  String title();

  /** Puts its files in order; called before every start, so it also mends what a kill left. */
  void prepare();

  List<String> command();

  default Map<String, String> environment() {
    return Map.of();
  }

  boolean ready();

  /** What its log says when it lives and yet will never be ready; empty: nothing of the kind. */
  default String failure() {
    return "";
  }

  /** The signal that asks it to end in order: TERM or INT. */
  default String stopSignal() {
    return "TERM";
  }
}
