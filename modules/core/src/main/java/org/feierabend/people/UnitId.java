package org.feierabend.people;

/** Key of an organisational unit within its employer, 1 to 64 characters. */
public record UnitId(String value) {
  public UnitId {
    if (value == null || value.isBlank() || value.length() > 64)
      throw new IllegalArgumentException(
          "A unit id has 1 to 64 characters, but got '%s'.".formatted(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
