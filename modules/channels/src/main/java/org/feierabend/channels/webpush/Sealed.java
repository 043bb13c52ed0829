package org.feierabend.channels.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Message encryption for web push (RFC 8291): one record of aes128gcm (RFC 8188). */
final class Sealed {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT = 16;
  private static final int RECORD = 4_096;
  private static final int TAG_BITS = 128;

  /** All messages are of one length, so that a push service cannot tell them apart. */
  private static final int LENGTH = 512;

  private Sealed() {}

  static byte[] of(byte[] text, byte[] browser, byte[] auth) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    return of(Arrays.copyOf(ended(text), LENGTH), browser, auth, P256.fresh(), salt);
  }

  /** The text and the mark of the last record; zeros may follow. */
  static byte[] ended(byte[] text) {
    if (text.length >= LENGTH)
      throw new IllegalArgumentException(
          "A push has less than %d bytes, but got %d.".formatted(LENGTH, text.length));
    byte[] ended = Arrays.copyOf(text, text.length + 1);
    ended[text.length] = 2;
    return ended;
  }

  /**
   * @param record text, mark and padding
   * @param browser public key of the browser
   * @param ours a key pair for this message alone
   */
  static byte[] of(byte[] record, byte[] browser, byte[] auth, KeyPair ours, byte[] salt) {
    try {
      byte[] point = P256.point(ours);
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(ours.getPrivate());
      agreement.doPhase(P256.publicKey(browser), true);
      byte[] shared = hmac(auth, agreement.generateSecret());
      byte[] key = expanded(shared, joined(text("WebPush: info\0"), browser, point));
      byte[] random = hmac(salt, key);
      byte[] content = Arrays.copyOf(expanded(random, text("Content-Encoding: aes128gcm\0")), 16);
      byte[] nonce = Arrays.copyOf(expanded(random, text("Content-Encoding: nonce\0")), 12);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(content, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      byte[] head =
          ByteBuffer.allocate(SALT + 5).put(salt).putInt(RECORD).put((byte) point.length).array();
      return joined(head, point, cipher.doFinal(record));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot encrypt for web push.", e);
    }
  }

  /** HKDF's second step, for no more than one block. */
  private static byte[] expanded(byte[] key, byte[] info) throws GeneralSecurityException {
    return hmac(key, joined(info, new byte[] {1}));
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    for (byte[] part : parts) all.put(part);
    return all.array();
  }
}
