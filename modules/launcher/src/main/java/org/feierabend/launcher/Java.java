package org.feierabend.launcher;

import java.nio.file.Path;

/** The Java that runs this launcher, and what its build made. */
final class Java {
  private Java() {}

  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The launcher's build directory, with lib/, kafka/ and payara/. */
  static Path target(Home home) {
    return home.root().resolve("modules/launcher/target");
  }
}
