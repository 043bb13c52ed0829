package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;

/** Somebody without a mouse. Wherever the focus stops on its way, one can see it. */
final class Keyboard {
  private static final int FAR = 120;

  private static final String FOCUS =
      """
      const e = document.activeElement;
      const outlined = n => !!n && getComputedStyle(n).outlineStyle !== 'none'
        && parseFloat(getComputedStyle(n).outlineWidth) >= 2;
      const {top, bottom} = e.getBoundingClientRect();
      return [e.matches(arguments[0]), outlined(e) || outlined(e.nextElementSibling),
        bottom > 0 && top < innerHeight, e.outerHTML.slice(0, 160)];
      """;

  private final Browser browser;
  private int pressed;

  Keyboard(Browser browser) {
    this.browser = browser;
  }

  /** How many keys it took. */
  int pressed() {
    return pressed;
  }

  Keyboard press(CharSequence... keys) {
    for (CharSequence key : keys) {
      browser.press(key);
      pressed += key instanceof Keys ? 1 : key.length();
    }
    return this;
  }

  /** On and on with Tab until a selector has the focus. */
  Keyboard tabTo(String selector) {
    List<String> way = new ArrayList<>();
    for (int stops = 0; stops < FAR; stops++) {
      press(Keys.TAB);
      List<?> focus = (List<?>) browser.script(FOCUS, selector);
      way.add((String) focus.get(3));
      if (focus.get(3).toString().startsWith("<body")) continue; // round the end of the page
      assertTrue((Boolean) focus.get(1), "the focus cannot be seen on " + focus.get(3));
      assertTrue((Boolean) focus.get(2), "the focus is off the screen on " + focus.get(3));
      if ((Boolean) focus.get(0)) return this;
    }
    throw new AssertionError(selector + " is not reached with Tab: " + String.join("\n", way));
  }
}
