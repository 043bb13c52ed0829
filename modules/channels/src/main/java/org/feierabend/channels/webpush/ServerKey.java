package org.feierabend.channels.webpush;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** By which push services know our server (VAPID, RFC 8292). Without it no subscription works. */
public final class ServerKey {
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Duration VALID = Duration.ofHours(12); // 24 at most

  private final KeyPair pair;
  private final String contact;

  private ServerKey(KeyPair pair, String contact) {
    this.pair = pair;
    this.contact = contact;
  }

  /**
   * Reads the key, or makes it the first time.
   *
   * @param contact whom a push service may turn to, such as {@code mailto:it@example.org}
   */
  public static ServerKey in(Path file, String contact) {
    if (!contact.startsWith("mailto:") && !contact.startsWith("https://"))
      throw new IllegalArgumentException(
          "feierabend.push.contact is %s; it should be like mailto:it@example.org."
              .formatted(contact));
    try {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return new ServerKey(
            P256.pair(decoder.decode(lines.get(0)), decoder.decode(lines.get(1))), contact);
      }
      KeyPair fresh = P256.fresh();
      Files.createDirectories(file.getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, TEXT.encodeToString(P256.number(fresh)) + "\n" + text(fresh) + "\n");
      return new ServerKey(fresh, contact);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key of web push in %s cannot be used.".formatted(file), e);
    }
  }

  /** As browsers want it: base64url of the point. */
  public String text() {
    return text(pair);
  }

  private static String text(KeyPair pair) {
    return TEXT.encodeToString(P256.point(pair));
  }

  /** Value of the header Authorization for one push service. */
  String authorization(URI endpoint, Instant now) {
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    String claims =
        "{\"aud\":\"%s://%s%s\",\"exp\":%d,\"sub\":\"%s\"}"
            .formatted(
                endpoint.getScheme(),
                endpoint.getHost(),
                port,
                now.plus(VALID).getEpochSecond(),
                contact.replaceAll("[\"\\\\\\p{Cntrl}]", ""));
    String signed = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(claims);
    return "vapid t=" + signed + "." + TEXT.encodeToString(signature(signed)) + ", k=" + text();
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot sign for web push.", e);
    }
  }

  private static String encoded(String json) {
    return TEXT.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
