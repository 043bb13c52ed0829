package org.feierabend.contact;

import java.util.regex.Pattern;

/** The employer's key: 1 to 40 of {@code a-z 0-9 -}, because it names topics and files. */
public record EmployerId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public EmployerId {
    if (value == null || !FORM.matcher(value).matches())
      throw new IllegalArgumentException(
          "An employer id has 1 to 40 of a-z, 0-9 and '-', but got '%s'.".formatted(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
