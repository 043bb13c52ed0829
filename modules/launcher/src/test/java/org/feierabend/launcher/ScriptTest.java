package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell part, with a made-up Maven and a PATH that holds only what the test puts there. */
class ScriptTest {
  private static final String TOOLS =
      "sh dirname readlink sed awk grep find head tr cut sort cat rm mkdir cp mv touch id";

  /** The servers other tests need may or may not be on this machine. */
  private static final String NEEDS =
      "browser|chromium|chromium\nbrowser|chromedriver|chromium-driver";

  @TempDir Path folder;
  private Path home;
  private Path bin;

  private record Answer(int status, String text) {}

  @BeforeEach
  void a_copy_of_the_script() throws IOException {
    Path checkout = Path.of(System.getProperty("feierabend.home")).toAbsolutePath();
    home = Files.createDirectories(folder.resolve("a home"));
    bin = Files.createDirectories(folder.resolve("bin"));
    Files.copy(checkout.resolve("feierabend"), home.resolve("feierabend"));
    permit(home.resolve("feierabend"));
    Path sh = Files.createDirectories(home.resolve("modules/launcher/src/main/sh"));
    String test = Files.readString(checkout.resolve("modules/launcher/src/main/sh/test.sh"));
    Files.writeString(
        sh.resolve("test.sh"), test.replaceFirst("(?s)needs='.*?'", "needs='" + NEEDS + "'"));
    for (String tool : TOOLS.split(" ")) Files.createSymbolicLink(bin.resolve(tool), where(tool));
    program("chromium", "");
    program("chromedriver", "");
  }

  private static Path where(String tool) {
    return Stream.of("/usr/bin", "/bin")
        .map(d -> Path.of(d, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static void permit(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void program(String name, String body) throws IOException {
    Files.deleteIfExists(bin.resolve(name));
    Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
    permit(bin.resolve(name));
  }

  /** A Maven that says what it was asked and leaves one report. */
  private void maven(int status, String suite, String cases) throws IOException {
    Path reports = home.resolve("modules/core/target/surefire-reports");
    Files.writeString(
        folder.resolve("report.xml"),
        "<?xml version=\"1.0\"?>\n<testsuite xmlns:x=\"y\" name=\"A\"\n  %s>\n%s\n</testsuite>\n"
            .formatted(suite, cases));
    program(
        "mvn",
        "echo \"asked: $*\"; mkdir -p '%s'; cp '%s' '%s/TEST-A.xml'; exit %d"
            .formatted(reports, folder.resolve("report.xml"), reports, status));
  }

  private Answer call(Path script, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(words)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private Answer test(Map<String, String> environment, String... more) throws Exception {
    String[] words = Stream.concat(Stream.of("test"), Stream.of(more)).toArray(String[]::new);
    return call(home.resolve("feierabend"), environment, words);
  }

  @Test
  void it_counts_what_was_reported_also_through_a_link_from_elsewhere() throws Exception {
    maven(0, "tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\"", "");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home/feierabend"));
    Answer answer = call(link, Map.of(), "test", "--all");
    assertEquals(0, answer.status(), answer.text());
    assertTrue(
        answer.text().matches("(?s).*asked: -B -ntp [^\n]*-Dfeierabend.all verify\n.*"),
        answer.text());
    assertTrue(answer.text().endsWith("4 passed, 0 failed, 1 skipped\n"), answer.text());
  }

  @Test
  void a_failed_test_and_a_failed_build_end_with_a_status() throws Exception {
    maven(0, "tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"1\"", "");
    assertEquals(1, test(Map.of()).status());
    maven(3, "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"", "");
    assertEquals(3, test(Map.of()).status());
  }

  @Test
  void continuous_integration_skips_nothing_but_the_test_on_real_mail() throws Exception {
    Map<String, String> ci = Map.of("CI", "true");
    String skipped =
        "<testcase name=\"t\" classname=\"org.T\">\n<skipped message=\"%s\"/></testcase>";
    String one = "tests=\"1\" errors=\"0\" skipped=\"1\" failures=\"0\"";
    maven(0, one, skipped.formatted("Environment variable [FEIERABEND_REAL_MAIL] does not exist"));
    assertEquals(0, test(ci).status());
    assertEquals(1, test(Map.of("CI", "true", "FEIERABEND_REAL_MAIL", "/m")).status());
    maven(0, one, skipped.formatted("no browser"));
    Answer answer = test(ci);
    assertEquals(1, answer.status());
    assertTrue(answer.text().contains("org.T t"), answer.text());
  }

  @Test
  void what_is_missing_is_named_and_told_to_the_tests() throws Exception {
    maven(0, "tests=\"2\" errors=\"0\" skipped=\"1\" failures=\"0\"", "");
    program("id", "echo 1000");
    Files.delete(bin.resolve("chromedriver"));
    Answer answer = test(Map.of());
    assertEquals(0, answer.status(), answer.text());
    assertTrue(answer.text().contains("reported as skipped: chromium-driver"), answer.text());
    assertTrue(
        answer.text().contains("-Dfeierabend.skip.browser=missing-packages:chromium-driver"),
        answer.text());
    assertEquals(1, test(Map.of("CI", "true")).status());
  }

  @Test
  void root_on_debian_installs_what_is_missing() throws Exception {
    if (!Files.exists(Path.of("/etc/debian_version"))) return;
    maven(0, "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"", "");
    program("id", "echo 0");
    Files.delete(bin.resolve("chromedriver"));
    program(
        "apt-get",
        "echo \"apt: $*\"; case $* in *install*chromium-driver*) cp '%1$s/chromium' '%1$s/chromedriver';; esac"
            .formatted(bin));
    Answer answer = test(Map.of("CI", "true"));
    assertEquals(0, answer.status(), answer.text());
    assertTrue(answer.text().contains("apt: -q update"), answer.text());
  }

  @Test
  void a_missing_maven_is_said_with_the_way_to_it() throws Exception {
    Answer answer = test(Map.of("LANG", "de_DE.UTF-8", "MAVEN_HOME", "/nowhere"));
    if (Files.exists(Path.of("/usr/share/maven/bin/mvn"))) return;
    assertEquals(1, answer.status());
    assertTrue(answer.text().contains("apt-get install maven"), answer.text());
  }
}
