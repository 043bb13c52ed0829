package org.feierabend.report;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens one after the other under one week's key: AES-256-GCM with a random nonce in
 * front. For one thread and one batch; making the cipher ready costs more than sealing a mark.
 */
public final class WeekSeal {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NONCES_AT_ONCE = 64;

  /** Asked once: looking for a provider costs more than sealing. */
  private static final Provider PROVIDER = cipher().getProvider();

  private final SecretKeySpec key;
  private final SecureRandom random;
  private final Cipher cipher;
  private byte[] nonces = new byte[0];
  private int used;

  WeekSeal(SecretKeySpec key, SecureRandom random) {
    this.key = key;
    this.random = random;
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding", PROVIDER);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  public byte[] seal(byte[] plain) {
    byte[] iv = nonce();
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
      byte[] sealed = Arrays.copyOf(iv, IV_BYTES + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, IV_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Fails when the bytes were not sealed under this key. */
  public byte[] open(byte[] sealed) {
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES));
      return cipher.doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "A mark of %d bytes is not sealed under this week's key.".formatted(sealed.length), e);
    }
  }

  /** Each is used once; the first is drawn alone, for often there is only one thing to seal. */
  private byte[] nonce() {
    if (used == nonces.length) {
      nonces = new byte[(nonces.length == 0 ? 1 : NONCES_AT_ONCE) * IV_BYTES];
      random.nextBytes(nonces);
      used = 0;
    }
    used += IV_BYTES;
    return Arrays.copyOfRange(nonces, used - IV_BYTES, used);
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("This Java has no AES-GCM; any JDK from 17 on has.", e);
  }
}
