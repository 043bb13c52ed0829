package org.feierabend.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Pictures of pages in {@code target/screens}, for people to look at. */
final class Screens {
  private static final Path FOLDER = Path.of("target", "screens");

  private static final String WHOLE =
      """
      const {clientWidth: width, scrollHeight: height} = document.documentElement;
      return {x: 0, y: 0, width, height, scale: 1};
      """;

  private Screens() {}

  /** Of a page from top to bottom, not only of what the window shows. */
  static byte[] whole(Browser browser, String name) {
    Map<String, Object> taken =
        browser.protocol(
            "Page.captureScreenshot",
            Map.of("captureBeyondViewport", true, "clip", browser.script(WHOLE)));
    return keep(name, Base64.getDecoder().decode((String) taken.get("data")));
  }

  static byte[] keep(String name, byte[] picture) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(name + ".png"), picture);
      return picture;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the picture " + name, e);
    }
  }
}
