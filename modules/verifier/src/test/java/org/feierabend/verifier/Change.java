package org.feierabend.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One change nobody may make: a bit, a byte, a byte less, a line more or less, lines swapped. */
final class Change {
  private Change() {}

  static byte[] of(List<String> sound, int kind, Random random) {
    byte[] bytes = text(sound);
    int at = random.nextInt(bytes.length);
    List<String> lines = new ArrayList<>(sound);
    switch (kind) {
      case 0, 1 -> {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (kind == 0 ? 1 << random.nextInt(8) : 1 + random.nextInt(255));
        return changed;
      }
      case 2 -> {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
        return shorter;
      }
      case 3 -> {
        if (random.nextBoolean()) lines.remove(random.nextInt(lines.size()));
        else lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
      }
      default -> {
        while (lines.equals(sound))
          Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
      }
    }
    return text(lines);
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
