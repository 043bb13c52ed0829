package org.feierabend.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Trouble;

/** Runs a jar that stands alone in a Java of its own. */
final class Jar {
  private Jar() {}

  /** The jar of a module's build directory whose name begins so. */
  static Path of(Home home, String module, String prefix) throws IOException {
    Path target = home.root().resolve("modules").resolve(module).resolve("target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        var jar =
            files
                .filter(f -> f.getFileName().toString().matches(prefix + "[\\w.-]*\\.jar"))
                .filter(
                    f -> !f.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                .findFirst();
        if (jar.isPresent()) return jar.get();
      }
    }
    throw Trouble.of(
        "There is no %s*.jar in %s. Build it: mvn -pl modules/%s -am -DskipTests package"
            .formatted(prefix, target, module),
        "In %2$s liegt kein %1$s*.jar. So wird es gebaut: mvn -pl modules/%3$s -am -DskipTests package"
            .formatted(prefix, target, module));
  }

  static int run(Path jar, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
