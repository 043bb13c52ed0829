package org.feierabend.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Under what other systems know a person; kept to find them and for nothing else. Never printed.
 *
 * @param externalId the key of the system the person came from
 * @param mail work mail addresses, the usual one first; lower case
 * @param chat bare XMPP addresses; lower case
 */
public record Addresses(Optional<String> externalId, List<String> mail, List<String> chat) {
  public static final Addresses NONE = new Addresses(Optional.empty(), List.of(), List.of());

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile("[^@\\s\\p{Cntrl}/<>,;]+@[^@\\s\\p{Cntrl}/<>,;]+");

  public Addresses {
    externalId = externalId.map(Addresses::key);
    mail = all(mail);
    chat = all(chat);
  }

  /** The form in which addresses are kept and compared: lower case, a chat's resource cut off. */
  public static String canonical(String address) {
    String text = Objects.requireNonNull(address, "address").strip().toLowerCase(Locale.ROOT);
    int resource = text.indexOf('/');
    return resource < 0 ? text : text.substring(0, resource);
  }

  private static List<String> all(List<String> given) {
    List<String> kept = new ArrayList<>();
    for (String address : given) {
      String canonical = canonical(address);
      if (canonical.length() > LONGEST || !FORM.matcher(canonical).matches())
        throw new IllegalArgumentException(
            "An address is like name@example.org, with at most %d characters; one of %d characters is not."
                .formatted(LONGEST, address.length()));
      if (!kept.contains(canonical)) kept.add(canonical);
    }
    return List.copyOf(kept);
  }

  private static String key(String externalId) {
    if (externalId.isBlank() || externalId.length() > LONGEST)
      throw new IllegalArgumentException(
          "An external id has 1 to %d characters, but got %d."
              .formatted(LONGEST, externalId.length()));
    return externalId;
  }

  @Override
  public String toString() {
    return "Addresses(…)"; // a log line must not hold a person
  }
}
