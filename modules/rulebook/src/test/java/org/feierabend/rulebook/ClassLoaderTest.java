package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.decision.Language;
import org.junit.jupiter.api.Test;

/** A server keeps the application in a loader of its own, and calls it on threads that do not. */
class ClassLoaderTest {
  @Test
  void rules_are_found_by_a_thread_that_knows_nothing_of_the_application() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
      urls.add(Path.of(entry).toUri().toURL());
    ClassLoader nobodys = ClassLoader.getPlatformClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(urls.toArray(URL[]::new), nobodys)) {
      thread.setContextClassLoader(nobodys);
      var told = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
      Path home = Path.of(System.getProperty("feierabend.home"));
      Class<?> language = application.loadClass(Language.class.getName());
      Object english = language.getMethod("valueOf", String.class).invoke(null, "EN");
      Object exit =
          application
              .loadClass(CompareCommand.class.getName())
              .getMethod(
                  "run", Path.class, List.class, language, PrintStream.class, PrintStream.class)
              .invoke(null, home, List.of("p0", "p0"), english, out, out);
      assertEquals(0, exit, told::toString);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
