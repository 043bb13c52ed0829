package org.feierabend.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;

/**
 * K_week: 256 random bits per employer and week. Pseudonyms, digests and marks live under it and
 * die with it (PRIVACY, section 5). Safe for use by several threads.
 */
public final class WeekKey {
  /** Bytes of a pseudonym or digest: HMAC-SHA-256, cut to 128 bit. */
  public static final int DIGEST_BYTES = 16;

  private final Mac prototype; // only ever cloned
  private final SecretKeySpec markKey;
  private final SecureRandom random = new SecureRandom();

  public WeekKey(byte[] key) {
    if (key.length != 32)
      throw new IllegalArgumentException("A week's key has 32 bytes, but got " + key.length + ".");
    prototype = mac(new SecretKeySpec(key, "HmacSHA256"));
    markKey = new SecretKeySpec(mac("marks".getBytes(StandardCharsets.US_ASCII), 32), "AES");
  }

  /** The person's name for this week, and for nothing else. */
  public byte[] pseudonym(PersonId person) {
    return digest("person", person.value());
  }

  /** What makes a contact countable once; meaningless without this key. */
  public byte[] refDigest(Ref ref, PersonId recipient) {
    return digest("ref", ref.source(), ref.id(), recipient.value());
  }

  /** Names what a person says of themselves; of the same kind it is the same all week. */
  public byte[] ownDigest(Move said, PersonId person) {
    return digest("own", said.name(), person.value());
  }

  /** Opaque id of a deferral and its idempotency key; the same contact always gets the same one. */
  public byte[] deferralId(Ref ref, PersonId recipient) {
    return digest("deferral", ref.source(), ref.id(), recipient.value());
  }

  /** Whom a receipt was sent to that day. */
  public byte[] receiptDigest(LocalDate day, String address) {
    return digest("receipt", day.toString(), address);
  }

  /** Opaque id of an emergency, however many it names. */
  public byte[] emergencyId(Ref ref) {
    return digest("emergency", ref.source(), ref.id());
  }

  /** For a batch: seals one after the other. */
  public WeekSeal sealing() {
    return new WeekSeal(markKey, random);
  }

  public byte[] seal(byte[] plain) {
    return sealing().seal(plain);
  }

  /** Fails when the bytes were not sealed under this key. */
  public byte[] open(byte[] sealed) {
    return sealing().open(sealed);
  }

  private byte[] digest(String purpose, String... parts) {
    byte[][] bytes = new byte[parts.length][];
    int length = purpose.length();
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
      length += Integer.BYTES + bytes[i].length;
    }
    ByteBuffer input = ByteBuffer.allocate(length);
    input.put(purpose.getBytes(StandardCharsets.US_ASCII));
    for (byte[] part : bytes) input.putInt(part.length).put(part);
    return mac(input.array(), DIGEST_BYTES);
  }

  private byte[] mac(byte[] input, int bytes) {
    try {
      return Arrays.copyOf(((Mac) prototype.clone()).doFinal(input), bytes);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java's HmacSHA256 cannot be cloned.", e);
    }
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256; any JDK from 17 on has.", e);
    }
  }
}
