package org.feierabend.policy;

import java.util.Objects;
import org.feierabend.people.Role;

/**
 * Somebody asks for figures about behaviour.
 *
 * @param about the finest thing the figures would be about
 */
public record FigureRequest(About about, Role role) {
  /** What figures may be asked about. */
  public enum About {
    PERSON,
    UNIT,
    BLOCK,
    EMPLOYER
  }

  public FigureRequest {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(role, "role");
  }
}
