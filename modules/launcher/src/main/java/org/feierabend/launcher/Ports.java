package org.feierabend.launcher;

/**
 * The four loopback ports of an instance; the second to fourth follow the first.
 *
 * @param http where people and machines come in
 * @param postgres the embedded database
 * @param kafka the embedded broker
 * @param controller the broker's own controller
 */
public record Ports(int http, int postgres, int kafka, int controller) {
  public static final int DEFAULT_HTTP = 8470;

  public Ports {
    if (http < 1 || controller > 65535)
      throw new IllegalArgumentException(
          "Ports must lie between 1 and 65535, but start at %d.".formatted(http));
  }

  public static Ports from(int http) {
    return new Ports(http, http + 1, http + 2, http + 3);
  }
}
