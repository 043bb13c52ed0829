package org.feierabend.channels.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.channels.http.Loopback;

/** A browser and its push service in one, on loopback: reads what RFC 8291 lets it read. */
public final class SubscribedBrowser implements AutoCloseable {
  private final KeyPair keys = P256.fresh();
  private final byte[] auth = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  public final Loopback service;

  /**
   * @param status what the push service answers
   */
  public SubscribedBrowser(int status) {
    service = new Loopback(asked -> new Loopback.Told(status, ""));
  }

  /** As {@code PushSubscription.toJSON()}, with a language. */
  public String json(String language) {
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    return "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"},\"language\":\"%s\"}"
        .formatted(
            service.at("/send/secret"),
            text.encodeToString(P256.point(keys)),
            text.encodeToString(auth),
            language);
  }

  byte[] point() {
    return P256.point(keys);
  }

  byte[] auth() {
    return auth.clone();
  }

  /** The text of a message that came. */
  public String read(byte[] body) {
    try {
      ByteBuffer in = ByteBuffer.wrap(body);
      byte[] salt = new byte[16];
      in.get(salt);
      in.getInt();
      byte[] sender = new byte[in.get()];
      in.get(sender);
      byte[] sealed = new byte[in.remaining()];
      in.get(sealed);
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(keys.getPrivate());
      agreement.doPhase(P256.publicKey(sender), true);
      byte[] key =
          hmac(
              hmac(auth, agreement.generateSecret()),
              "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
              point(),
              sender,
              new byte[] {1});
      byte[] random = hmac(salt, key);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(Arrays.copyOf(named(random, "aes128gcm"), 16), "AES"),
          new GCMParameterSpec(128, Arrays.copyOf(named(random, "nonce"), 12)));
      byte[] record = cipher.doFinal(sealed);
      int end = record.length - 1;
      while (record[end] == 0) end--;
      if (record[end] != 2) throw new IllegalStateException("not the last record");
      return new String(record, 0, end, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] named(byte[] key, String name) throws GeneralSecurityException {
    return hmac(
        key,
        ("Content-Encoding: " + name + "\0").getBytes(StandardCharsets.US_ASCII),
        new byte[] {1});
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) mac.update(part);
    return mac.doFinal();
  }

  @Override
  public void close() {
    service.close();
  }
}
