package org.feierabend.channels.webhook;

import java.nio.file.Path;
import java.util.Objects;
import org.feierabend.channels.door.Picker;

/**
 * A system whose webhooks are let in.
 *
 * @param name its part of the address
 */
public final class Source {
  private static final int SHORTEST = 16;

  private final String name;
  private final Mapping mapping;
  private final String secret;
  private final Picker picker;

  private Source(String name, Mapping mapping, String secret) {
    this.name = Objects.requireNonNull(name, "name");
    this.mapping = mapping;
    this.secret = secret;
    picker = new Picker(mapping.pointers());
  }

  /**
   * @param folder of mapping files
   * @param secret what the source signs with, or sends
   */
  public static Source read(Path folder, String name, String secret) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}"))
      throw new IllegalArgumentException(
          "A source of webhooks is named by a-z, 0-9 and '-', but got '%s'.".formatted(name));
    if (secret.length() < SHORTEST)
      throw new IllegalArgumentException(
          "feierabend.webhooks.%s.secret has %d characters; it needs at least %d."
              .formatted(name, secret.length(), SHORTEST));
    return new Source(name, MappingFile.read(folder.resolve(name + ".yaml")), secret);
  }

  String name() {
    return name;
  }

  Mapping mapping() {
    return mapping;
  }

  String secret() {
    return secret;
  }

  Picker picker() {
    return picker;
  }

  @Override
  public String toString() {
    return name; // never the secret
  }
}
