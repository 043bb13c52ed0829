package org.feierabend.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as base64url, and the SHA-256 that is stored of them. */
public final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secret() {}

  public static String fresh() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256; any JDK from 17 on has.", e);
    }
  }

  /**
   * A session's CSRF token: derived from the secret id, so only who holds the cookie's page has it.
   */
  public static String csrf(String session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf|" + session));
  }

  /** Takes the same time wherever the two differ. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(sha256(one), sha256(other));
  }
}
