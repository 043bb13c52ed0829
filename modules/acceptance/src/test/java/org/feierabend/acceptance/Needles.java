package org.feierabend.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for byte strings in files, all at once, whatever the files are. */
final class Needles {
  private static final int PREFIX = 8;
  private static final int CHUNK = 1 << 20;

  /** First eight bytes of a needle → all needles that begin so. */
  private final Map<Long, List<byte[]>> byPrefix = new HashMap<>();

  private final long[] filter = new long[1 << 16];
  private int longest;

  static Needles of(String text) {
    Needles needles = new Needles();
    needles.add(text.getBytes(StandardCharsets.UTF_8));
    return needles;
  }

  /** Each as it is, in hexadecimal digits of both sorts, and in both alphabets of base64. */
  static Needles ofBytes(Collection<byte[]> secrets) {
    Needles needles = new Needles();
    for (byte[] secret : secrets) {
      needles.add(secret);
      needles.add(HexFormat.of().formatHex(secret));
      needles.add(HexFormat.of().withUpperCase().formatHex(secret));
      needles.add(Base64.getEncoder().withoutPadding().encodeToString(secret));
      needles.add(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }
    return needles;
  }

  private void add(String needle) {
    add(needle.getBytes(StandardCharsets.US_ASCII));
  }

  private void add(byte[] needle) {
    if (needle.length < PREFIX) throw new IllegalArgumentException("Needles have 8 bytes or more.");
    long prefix = 0;
    for (int i = 0; i < PREFIX; i++) prefix = prefix << 8 | needle[i] & 0xff;
    byPrefix.computeIfAbsent(prefix, p -> new ArrayList<>()).add(needle);
    filter[slot(prefix) >>> 6] |= 1L << slot(prefix);
    longest = Math.max(longest, needle.length);
  }

  /** Files below {@code folder} that hold a needle. */
  Set<Path> in(Path folder) {
    Set<Path> hits = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        if (inFile(file)) hits.add(folder.relativize(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot search " + folder, e);
    }
    return hits;
  }

  boolean inFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in(in);
    } catch (NoSuchFileException gone) {
      return false; // deleted while we searched
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot search " + file, e);
    }
  }

  boolean in(InputStream in) throws IOException {
    byte[] window = new byte[CHUNK + longest];
    int kept = 0;
    for (int got = in.read(window, 0, CHUNK); got >= 0; got = in.read(window, kept, CHUNK)) {
      int length = kept + got;
      if (hit(window, length)) return true;
      kept = Math.min(length, longest - 1);
      System.arraycopy(window, length - kept, window, 0, kept);
    }
    return false;
  }

  private boolean hit(byte[] bytes, int length) {
    long prefix = 0;
    for (int i = 0; i < length; i++) {
      prefix = prefix << 8 | bytes[i] & 0xff;
      if (i < PREFIX - 1 || (filter[slot(prefix) >>> 6] >>> slot(prefix) & 1) == 0) continue;
      for (byte[] needle : byPrefix.getOrDefault(prefix, List.of()))
        if (matches(bytes, i - PREFIX + 1, length, needle)) return true;
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int from, int length, byte[] needle) {
    if (from + needle.length > length) return false;
    for (int i = 0; i < needle.length; i++) if (bytes[from + i] != needle[i]) return false;
    return true;
  }

  /** 22 bits of the prefix, well mixed. */
  private static int slot(long prefix) {
    return (int) ((prefix * 0x9E3779B97F4A7C15L) >>> 42);
  }
}
