package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every other role, logged in: what their pages have asked for, and what they are answered. */
final class Onlookers implements AutoCloseable {
  private static final List<String> ROLES = List.of("hr", "council", "manager");

  private static final String ASKED =
      """
      return performance.getEntriesByType('resource').map(e => new URL(e.name))
        .filter(u => u.pathname.startsWith('/api/')).map(u => u.pathname + u.search)
      """;

  private final Map<String, Browser> browsers = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> paths = new LinkedHashMap<>();

  private Onlookers() {}

  /** They have looked at every page there is. */
  static Onlookers of(Demo demo, String language) {
    Onlookers others = new Onlookers();
    try {
      for (String role : ROLES) {
        Browser browser = demo.loggedIn(role, language);
        others.browsers.put(role, browser);
        for (String place : browser.places()) {
          browser.go(place);
          browser.settled();
        }
        TreeSet<String> asked = new TreeSet<>();
        for (Object path : (List<?>) browser.script(ASKED)) asked.add((String) path);
        assertTrue(asked.size() > 4, role + " asks for " + asked);
        others.paths.put(role, asked);
      }
      return others;
    } catch (RuntimeException | Error e) {
      others.close();
      throw e;
    }
  }

  /** Every answer their pages rest on, byte by byte. */
  Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    browsers.forEach(
        (role, browser) ->
            paths.get(role).forEach(path -> answers.put(role + " " + path, browser.ask(path))));
    return answers;
  }

  /** What the person's own head sees, page by page. */
  List<String> managersPages() {
    Browser browser = browsers.get("manager");
    List<String> pages = new ArrayList<>();
    for (String place : browser.places()) {
      browser.go(place);
      browser.settled();
      pages.add(place + ": " + browser.text());
    }
    return pages;
  }

  @Override
  public void close() {
    browsers.values().forEach(Browser::close);
  }
}
