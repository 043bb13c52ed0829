package org.feierabend.launcher;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How an instance is to be started.
 *
 * @param mode what for; only {@link Mode#DEMO} lets the server do demo things
 * @param http the HTTP port, or nothing for the setting or 8470
 * @param settings further settings for the server, by their MicroProfile Config names
 */
public record StartOptions(Mode mode, OptionalInt http, Map<String, String> settings) {
  /** What an instance was started for. */
  public enum Mode {
    RUN,
    DEMO,
    REPLAY
  }

  public StartOptions {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(http, "http");
    settings = Map.copyOf(settings);
  }

  public static StartOptions of(Mode mode, OptionalInt http) {
    return new StartOptions(mode, http, Map.of());
  }
}
