package org.feierabend.channels.report;

/** Well-formed XHTML, text escaped. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Markup of our own; nothing of it comes from data. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /**
   * An element with text.
   *
   * @param tag with its attributes, such as {@code td class="n"}
   */
  Markup text(String tag, String text) {
    int name = tag.indexOf(' ');
    return raw("<" + tag + ">")
        .raw(escaped(text))
        .raw("</" + (name < 0 ? tag : tag.substring(0, name)) + ">\n");
  }

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (char c : text.toCharArray())
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          if (c >= ' ' || c == '\n' || c == '\t') out.append(c);
        }
      }
    return out.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
