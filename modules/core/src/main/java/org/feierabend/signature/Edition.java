package org.feierabend.signature;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.CanonicalJson;

/**
 * What both sides put their name to: which document takes force when, and after which one.
 *
 * @param number 1 for the first after the built-in one, then one more each time
 * @param previous {@link #hash} of the edition before; of the built-in document for the first
 * @param document SHA-256 of the policy document in canonical JSON
 */
public record Edition(int number, String previous, LocalDate from, String document) {
  public Edition {
    if (number < 1)
      throw new IllegalArgumentException("Editions count from 1, but got %d.".formatted(number));
    Fields.requireHash("previous", previous);
    Objects.requireNonNull(from, "from");
    Fields.requireHash("document", document);
  }

  Map<String, Object> fields() {
    return Map.of(
        "number", number, "previous", previous, "from", from.toString(), "document", document);
  }

  static Edition read(Fields fields) {
    return new Edition(
        fields.number("number"),
        fields.hash("previous"),
        fields.date("from"),
        fields.hash("document"));
  }

  /** By which it is named; another employer's edition of the same document has another. */
  public String hash(EmployerId employer) {
    Map<String, Object> all = new TreeMap<>(fields());
    all.put("kind", "edition");
    all.put("employer", employer.value());
    return CanonicalJson.sha256(all);
  }
}
