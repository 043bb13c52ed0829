package org.feierabend.acceptance;

import java.util.Map;

/**
 * A page loaded with nothing in the browser's cache, as the Performance API saw it.
 *
 * @param bytes of everything that came over the wire, headers too
 * @param millis until its content stood there
 * @param shift how much of it moved, as Cumulative Layout Shift
 */
record PageLoad(long bytes, double millis, double shift) {
  /** Watches from the first moment; content stands there once a card does and nothing loads. */
  private static final String WATCH =
      """
      window.feierabend = {shift: 0};
      new PerformanceObserver(list => list.getEntries().filter(e => !e.hadRecentInput)
        .forEach(e => { window.feierabend.shift += e.value; })).observe({type: 'layout-shift', buffered: true});
      const look = () => {
        const main = document.querySelector('main');
        if (main?.querySelector('.card') && !main.querySelector('.loading')) window.feierabend.millis ??= performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  private static final String SUM =
      """
      const all = performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'));
      return all.reduce((sum, e) => sum + e.transferSize, 0);
      """;

  static void watch(Browser browser) {
    browser.protocol("Page.enable", Map.of());
    browser.protocol("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
  }

  /** Of a browser that is watched; the log-in stays. */
  static PageLoad again(Browser browser) {
    browser.protocol("Network.clearBrowserCache", Map.of());
    browser.reload();
    browser.see("main .card");
    Await.until(
        "the content",
        Browser.PATIENCE,
        () -> browser.script("return window.feierabend?.millis ?? null") != null);
    Await.pause(); // a shift is told in the frame after it
    return new PageLoad(
        ((Number) browser.script(SUM)).longValue(),
        ((Number) browser.script("return window.feierabend.millis")).doubleValue(),
        ((Number) browser.script("return window.feierabend.shift")).doubleValue());
  }
}
