package org.feierabend.signature;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Role;
import org.feierabend.report.CanonicalJson;
import org.feierabend.report.JsonReader;

/**
 * What one side says under its signature. Everything that gives it its meaning is in the text that
 * is signed, so that a signature cannot be moved to another employer, side, edition or place.
 *
 * @param after hash of this side's declaration before; {@link #FIRST} where it is the first
 * @param at when the side says it was made
 */
public record Declaration(EmployerId employer, Role side, String after, Instant at, Matter matter) {
  public static final String FIRST = "0".repeat(64);

  /** Longest text that is read. */
  public static final int LONGEST = 200_000;

  public Declaration {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(matter, "matter");
    if (side != Role.HR && side != Role.COUNCIL)
      throw new IllegalArgumentException("HR and COUNCIL sign, but got %s.".formatted(side));
    Fields.requireHash("after", after);
    if (!matter.sides().contains(side))
      throw new BadValue(
          "Eine Erklärung der Art „%s“ unterschreibt nur %s, nicht %s."
              .formatted(matter.kind(), german(other(side)), german(side)),
          "A declaration of the kind '%s' is signed by %s alone, but got %s."
              .formatted(matter.kind(), other(side).key(), side.key()));
  }

  private static Role other(Role side) {
    return side == Role.HR ? Role.COUNCIL : Role.HR;
  }

  private static String german(Role side) {
    return side == Role.HR ? "das Personalamt" : "der Personalrat";
  }

  /** The one text that is signed: canonical JSON (RFC 8785), in UTF-8. */
  public String text() {
    Map<String, Object> all = new TreeMap<>(matter.fields());
    all.put("kind", matter.kind());
    all.put("employer", employer.value());
    all.put("side", side.key());
    all.put("after", after);
    all.put("at", at.toString());
    return CanonicalJson.write(all);
  }

  public String hash() {
    return PublicKey.Hash.of(text().getBytes(StandardCharsets.UTF_8));
  }

  /** Refuses whatever is not exactly {@link #text()} of a declaration. */
  public static Declaration read(String text) {
    if (text.length() > LONGEST)
      throw new BadValue(
          "Eine Erklärung hat höchstens %d Zeichen, diese hat %d."
              .formatted(LONGEST, text.length()),
          "A declaration has at most %d characters, but this has %d."
              .formatted(LONGEST, text.length()));
    Declaration read = of(new Fields(JsonReader.object(text)));
    if (!read.text().equals(text))
      throw new BadValue(
          "Eine Erklärung ist kanonisches JSON (RFC 8785) mit den Feldern ihrer Art und keinen anderen.",
          "A declaration is canonical JSON (RFC 8785) with the fields of its kind and no others.");
    return read;
  }

  private static Declaration of(Fields fields) {
    try {
      return new Declaration(
          new EmployerId(fields.text("employer")),
          Role.byKey(fields.text("side")),
          fields.hash("after"),
          Instant.parse(fields.text("at")),
          Matters.read(fields));
    } catch (DateTimeException e) {
      throw new BadValue(
          "Die Zeiten einer Erklärung haben die Form von ISO 8601, wie 2026-12-01T12:00:00Z.",
          "A declaration's times are ISO 8601, such as 2026-12-01T12:00:00Z.");
    }
  }
}
