package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feierabend.report.CanonicalJson;

/**
 * SHA-256 over what decides: rules, parameters and lists, and what a policy says, however it is
 * written; not over scenarios.
 */
final class Edition {
  private Edition() {}

  static String of(Path home) {
    return of(home, Map.of());
  }

  /**
   * @param policy its values; empty: the rules alone
   */
  static String of(Path home, Map<String, Object> policy) {
    Path rules = home.resolve("rules");
    try (Stream<Path> found = Files.walk(rules)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files = found.filter(Edition::decides).sorted().toList();
      for (Path f : files) add(digest, rules.relativize(f).toString(), Files.readAllBytes(f));
      if (!policy.isEmpty())
        add(digest, "policy", CanonicalJson.write(policy).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Unreadable(rules, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  static boolean decides(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".drl") || (name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml"));
  }

  private static void add(MessageDigest digest, String name, byte[] content) {
    digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(content);
  }
}
