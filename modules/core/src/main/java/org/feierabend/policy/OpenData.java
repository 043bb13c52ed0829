package org.feierabend.policy;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How a year's figures may leave the house as open data.
 *
 * @param publisher who publishes them, such as the city's name
 * @param contact a mail address of an office, never a person's
 */
public record OpenData(Licence licence, String publisher, String contact) {
  /** Licences of the list GovData and DCAT-AP.de name. */
  public enum Licence {
    DL_DE_ZERO("dl-de/zero-2-0", "http://dcat-ap.de/def/licenses/dl-zero-de/2.0", false),
    DL_DE_BY("dl-de/by-2-0", "http://dcat-ap.de/def/licenses/dl-by-de/2.0", true),
    CC_ZERO("cc-zero", "http://dcat-ap.de/def/licenses/cc-zero", false),
    CC_BY("cc-by/4.0", "http://dcat-ap.de/def/licenses/cc-by/4.0", true);

    private final String key;
    private final URI uri;
    private final boolean attribution;

    Licence(String key, String uri, boolean attribution) {
      this.key = key;
      this.uri = URI.create(uri);
      this.attribution = attribution;
    }

    /** The word of the policy, such as {@code dl-de/by-2-0}. */
    public String key() {
      return key;
    }

    public URI uri() {
      return uri;
    }

    /** Whether whoever uses the data names their source. */
    public boolean attribution() {
      return attribution;
    }

    public static Optional<Licence> byKey(String key) {
      for (Licence licence : values())
        if (licence.key.equals(key.toLowerCase(Locale.ROOT))) return Optional.of(licence);
      return Optional.empty();
    }
  }

  public OpenData {
    Objects.requireNonNull(licence, "licence");
    if (publisher.isBlank())
      throw new IllegalArgumentException("Open data name their publisher, but got a blank.");
    if (!contact.matches("[^\\s@,;<>]+@[^\\s@,;<>]+"))
      throw new IllegalArgumentException(
          "The contact is a mail address like statistik@example.org, but got '%s'."
              .formatted(contact));
  }
}
