package org.feierabend.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.feierabend.report.DiscreteGaussian;
import org.feierabend.report.ReleaseMaker;
import org.feierabend.report.Sums;

/** Names the code that draws the noise: SHA-256 over the classes that do. */
final class Code {
  private static final Class<?>[] CLASSES = {
    DiscreteGaussian.class, ReleaseMaker.class, Sums.class
  };

  private Code() {}

  static String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Class<?> type : CLASSES)
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
          sha.update(in.readAllBytes());
        }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the classes that draw the noise.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256; any JDK from 17 on has.", e);
    }
  }
}
