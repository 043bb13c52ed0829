package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Employer;

/** Documents two sides may change at once: nobody loses a change, and nothing is made twice. */
final class Versions {
  private Versions() {}

  /**
   * @param read the header If-Match: an ETag or the bare version
   */
  static void requireRead(long version, String read) {
    if (read == null)
      throw Trouble.of(
          428,
          "Bitte die gelesene Fassung in If-Match nennen (ETag oder version).",
          "Please name the version you read in If-Match (ETag or version).");
    if (!names(read, version)) throw changed();
  }

  /** {@code *} is whatever there is, a list any of its tags (RFC 9110, 13.1.1). */
  static boolean names(String ifMatch, long version) {
    if (ifMatch.strip().equals("*")) return true;
    for (String tag : ifMatch.split(","))
      if (tag.strip().replaceAll("^(W/)?\"|\"$", "").equals(Long.toString(version))) return true;
    return false;
  }

  static Trouble changed() {
    return Trouble.of(
        412,
        "Das wurde inzwischen geändert. Bitte neu laden.",
        "This was changed meanwhile. Please reload.");
  }

  /** The document with its ETag, for the caller alone. */
  static Response answer(View view, long version) {
    return Response.ok(view)
        .header(HttpHeaders.ETAG, "\"%d\"".formatted(version))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /**
   * The id of what a request makes: the same caller with the same key makes the same thing.
   *
   * @param key the header Idempotency-Key; null: every request makes another
   */
  static UUID newId(Employer employer, Caller caller, String key) {
    if (key == null) return UUID.randomUUID();
    IdempotencyFilter.requireFit(key);
    String name = employer.id().value() + '\n' + caller.user() + '\n' + key;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A step that does not fit where the document stands is told as 409. */
  static <T> T fitting(Supplier<T> step) {
    try {
      return step.get();
    } catch (Unfit unfit) {
      throw Trouble.of(409, unfit.why().de(), unfit.why().en());
    }
  }
}
