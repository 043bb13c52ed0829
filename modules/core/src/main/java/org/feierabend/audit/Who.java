package org.feierabend.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feierabend.people.Role;

/**
 * Who changed something: in which role and, where there is one, under which key; never which
 * person.
 *
 * @param role the word of a {@link Role}, or {@code server} for what happens by itself
 * @param key SHA-256 of the public key the change was signed with, or its beginning
 */
public record Who(String role, Optional<String> key) {
  /** What follows from an earlier change or from the calendar. */
  public static final Who SERVER = new Who("server", Optional.empty());

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16,64}");

  public Who {
    Objects.requireNonNull(role, "role");
    if (!role.equals("server")) Role.byKey(role);
    key.ifPresent(
        k -> {
          if (!FINGERPRINT.matcher(k).matches())
            throw new IllegalArgumentException(
                "A key's fingerprint has 16 to 64 hexadecimal digits, but got '%s'.".formatted(k));
        });
  }

  public static Who of(Role role) {
    return new Who(role.key(), Optional.empty());
  }

  public static Who signed(Role role, String fingerprint) {
    return new Who(role.key(), Optional.of(fingerprint));
  }
}
