package org.feierabend.channels.events;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Sentence;

/**
 * Why an event cannot be taken. Never repeats a value, because values may be about people.
 *
 * @param kind the class of the mistake
 * @param field JSON pointer into the structured event, such as {@code /data/channel}; empty for the
 *     whole document
 * @param schema what the field breaks: an event type or {@link #ENVELOPE}
 * @param rule the minimisation rule that refused it, if one did
 */
public record Rejection(
    Kind kind, String field, String schema, Sentence sentence, Optional<String> rule) {
  public static final String ENVELOPE = "CloudEvents 1.0";

  /** The class of the mistake, as dead letters carry it. */
  public enum Kind {
    TOO_LARGE,
    NOT_JSON,
    ENVELOPE,
    UNKNOWN_TYPE,
    MINIMISATION,
    SCHEMA;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Rejection {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(rule, "rule");
  }

  static Refused of(Kind kind, String field, String schema, String de, String en) {
    return new Refused(new Rejection(kind, field, schema, new Sentence(de, en), Optional.empty()));
  }

  static Refused schema(String field, String schema, String de, String en) {
    return of(Kind.SCHEMA, field, schema, de, en);
  }

  static Refused envelope(String field, String de, String en) {
    return of(Kind.ENVELOPE, field, ENVELOPE, de, en);
  }

  /**
   * Unwinds the reader to its one exit, where it becomes a value again; never leaves the package.
   */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Rejection rejection;

    Refused(Rejection rejection) {
      super(rejection.sentence().en(), null, false, false);
      this.rejection = rejection;
    }

    Rejection rejection() {
      return rejection;
    }
  }
}
