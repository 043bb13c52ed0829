package org.feierabend.contact;

/**
 * The protected employee's directory id, 1 to 128 visible characters. Never printed: {@link
 * #toString()} hides it.
 */
public record PersonId(String value) {
  public PersonId {
    if (value == null || value.isBlank() || value.length() > 128)
      throw new IllegalArgumentException(
          "A person id has 1 to 128 characters, but got %s."
              .formatted(value == null ? "none" : value.length() + " characters"));
  }

  @Override
  public String toString() {
    return "PersonId(…)"; // a log line must not hold a person
  }
}
