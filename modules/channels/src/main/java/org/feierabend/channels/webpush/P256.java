package org.feierabend.channels.webpush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256 as web push writes them: a point of 65 bytes, a number of 32. */
final class P256 {
  private static final String NAME = "secp256r1";
  private static final int SIZE = 32;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  static KeyPair fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(NAME));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static KeyPair pair(byte[] number, byte[] point) {
    try {
      return new KeyPair(
          publicKey(point),
          KeyFactory.getInstance("EC")
              .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), CURVE)));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Refuses what is no point of the curve. */
  static ECPublicKey publicKey(byte[] point) {
    if (point.length != 1 + 2 * SIZE || point[0] != 4) throw noPoint();
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + SIZE));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + SIZE, point.length));
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right))
      throw noPoint();
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] point(KeyPair pair) {
    ECPoint w = ((ECPublicKey) pair.getPublic()).getW();
    byte[] point = new byte[1 + 2 * SIZE];
    point[0] = 4;
    put(w.getAffineX(), point, 1);
    put(w.getAffineY(), point, 1 + SIZE);
    return point;
  }

  static byte[] number(KeyPair pair) {
    byte[] number = new byte[SIZE];
    put(((ECPrivateKey) pair.getPrivate()).getS(), number, 0);
    return number;
  }

  private static void put(BigInteger value, byte[] into, int at) {
    byte[] bytes = value.toByteArray(); // a leading zero may be there, or leading zeros missing
    int length = Math.min(bytes.length, SIZE);
    System.arraycopy(bytes, bytes.length - length, into, at + SIZE - length, length);
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(NAME));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static IllegalArgumentException noPoint() {
    return new IllegalArgumentException("A push key is a point of P-256 in 65 bytes.");
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("This Java has no P-256; any JDK from 17 on has.", e);
  }
}
