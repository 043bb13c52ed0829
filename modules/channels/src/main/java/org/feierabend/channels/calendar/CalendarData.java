package org.feierabend.channels.calendar;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Of an answer in XML, the contents of {@code calendar-data}, byte by byte and one after the other.
 * Nothing is collected but the name of the element that is being read: what is between other tags,
 * and the calendars themselves, pass through one byte at a time.
 */
final class CalendarData extends FilterInputStream {
  private static final int LONGEST_NAME = 64;
  private static final String WANTED = "calendar-data";
  private static final String CDATA = "![CDATA[";

  private final StringBuilder word = new StringBuilder();
  private boolean wanted;
  private boolean literal; // inside CDATA
  private int brackets; // of the end of CDATA, read so far

  CalendarData(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    while (true) {
      int b = in.read();
      if (b < 0) return -1;
      if (literal) {
        int plain = inLiteral(b);
        if (plain >= 0 && wanted) return plain;
      } else if (b == '<') {
        if (tag()) return '\n'; // calendars do not run into each other
      } else if (wanted) return b == '&' ? entity() : b;
    }
  }

  /** The byte, or -1 while it may be the end. A calendar has no two brackets in a row to keep. */
  private int inLiteral(int b) {
    if (b == ']') {
      brackets++;
      return -1;
    }
    if (b == '>' && brackets >= 2) literal = false;
    boolean ended = !literal;
    brackets = 0;
    return ended ? -1 : b;
  }

  /** Whether a wanted element ended. */
  private boolean tag() throws IOException {
    word.setLength(0);
    boolean named = false;
    int before = 0;
    for (int b = in.read(); b >= 0; before = b, b = in.read()) {
      if (b == '>') {
        boolean was = wanted;
        boolean end = word.length() > 0 && word.charAt(0) == '/';
        boolean ours = local().equals(WANTED);
        if (ours) wanted = !end && before != '/';
        return ours && was && end;
      }
      if (b == ' ' || b == '\t' || b == '\n' || b == '\r') named = true;
      if (!named && word.length() < LONGEST_NAME) word.append((char) b);
      if (word.length() == CDATA.length() && word.toString().equals(CDATA)) {
        literal = true;
        return false;
      }
    }
    return false;
  }

  private String local() {
    String name = word.toString().replaceAll("^/|/$", "");
    return name.substring(name.indexOf(':') + 1);
  }

  private int entity() throws IOException {
    StringBuilder name = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != ';' && name.length() < 10; b = in.read())
      name.append((char) b);
    return switch (name.toString()) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "#10", "#xA", "#xa" -> '\n';
      case "#13", "#xD", "#xd" -> '\r';
      default -> '?'; // in no time
    };
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int b = read();
    if (b < 0) return -1;
    into[offset] = (byte) b;
    return 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
