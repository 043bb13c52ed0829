package org.feierabend.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The house's rules as a ZIP, one file of them other than in the checkout. */
final class RulePack {
  static final String CHANGED = "rules/reachability/outside-window.drl";
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  private RulePack() {}

  /** A German sentence begins with these words. */
  static byte[] reworded(String words) throws IOException {
    return of(drl -> drl.replaceFirst("@de\\(\"", "@de(\"" + words));
  }

  static byte[] of(UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(HOME.resolve("rules"))) {
      for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = HOME.relativize(f).toString();
        String text = Files.readString(f);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            (name.equals(CHANGED) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
