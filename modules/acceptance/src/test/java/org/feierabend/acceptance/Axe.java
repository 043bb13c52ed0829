package org.feierabend.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, run in the page a browser shows. */
final class Axe {
  private static final String SCRIPT = script();

  private Axe() {}

  static List<?> violations(Browser browser) {
    browser.script(SCRIPT);
    return (List<?>)
        browser.promised(
            "return (await axe.run()).violations.map(v => v.id + ': ' + v.nodes[0].html)");
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("axe is not among the test's libraries", e);
    }
  }
}
