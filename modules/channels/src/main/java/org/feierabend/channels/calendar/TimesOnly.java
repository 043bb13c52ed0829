package org.feierabend.channels.calendar;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.calendar.KeptLines.Treatment;

/**
 * A calendar of which times alone come through, byte by byte: title, place, names and everything
 * else that is not {@link KeptLines kept} is forgotten as it passes and never collected. Lines are
 * unfolded; a UID becomes its digest, and attendees become their number.
 */
final class TimesOnly extends FilterInputStream {
  /** How many are invited to an event; the filter's own property. */
  static final String INVITED = "X-FEIERABEND-INVITED";

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_LINE = 4_096; // of a kept one: a list of dates, a rule

  private final KeptLines kept;
  private final Deque<String> inside = new ArrayDeque<>();
  private final List<Integer> origins = new ArrayList<>();
  private final KeptLine line = new KeptLine(LONGEST_LINE);
  private final StringBuilder name = new StringBuilder();
  private Treatment treatment;
  private int dropped; // how deep inside a component that is not entered
  private int invited;
  private int reading = 1; // the line of the input, from 1
  private int began = 1;
  private boolean ended; // a line break was read; the next byte may be a fold
  private Optional<Fault> fault = Optional.empty();
  private byte[] ready = new byte[0];
  private int next;

  TimesOnly(InputStream in, KeptLines kept) {
    super(in);
    this.kept = kept;
  }

  /**
   * A line that should hold a time and does not; what it holds is not known.
   *
   * @param line of the input, from 1
   */
  record Fault(int line, String property) {}

  /** The first such line so far. */
  Optional<Fault> fault() {
    return fault;
  }

  /** Which line of the input a line of the output began in; both count from 1. */
  int origin(int lineOfOutput) {
    return origins.isEmpty()
        ? 1
        : origins.get(Math.min(Math.max(lineOfOutput, 1), origins.size()) - 1);
  }

  @Override
  public int read() throws IOException {
    while (next >= ready.length) {
      int b = in.read();
      if (b < 0) {
        endOfLine();
        if (next >= ready.length) return -1;
        break;
      }
      pass((byte) b);
    }
    return ready[next++];
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int b = read();
    if (b < 0) return -1;
    into[offset] = (byte) b;
    int n = 1;
    while (n < length && next < ready.length) into[offset + n++] = ready[next++];
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void pass(byte b) {
    if (b == '\r') return;
    if (ended) {
      ended = false;
      if (b == ' ' || b == '\t') return; // folded: the line goes on
      endOfLine();
      began = reading;
    }
    if (b == '\n') {
      reading++;
      ended = true;
    } else if (treatment != null) value(b);
    else if (b == ':' || b == ';') {
      treatment = treatment(KeptLines.upper(name.toString()));
      line.begin(name.toString());
      value(b);
    } else if (ofName(b) && name.length() < LONGEST_NAME) name.append((char) b);
    else treatment = Treatment.DROP; // no property is called that
  }

  private static boolean ofName(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-';
  }

  private Treatment treatment(String property) {
    if (property.equals("BEGIN") || property.equals("END")) return Treatment.KEEP;
    return dropped > 0 || inside.isEmpty() ? Treatment.DROP : kept.of(inside.peek(), property);
  }

  private void value(byte b) {
    switch (treatment) {
      case KEEP -> line.add(b);
      case HASH -> line.digest(b);
      default -> {}
    }
  }

  private void endOfLine() {
    if (treatment == null) {
      name.setLength(0);
      return;
    }
    String property = KeptLines.upper(name.toString());
    switch (treatment) {
      case COUNT -> invited++;
      case HASH -> write("UID:" + line.digested());
      case KEEP -> kept(property);
      default -> {}
    }
    name.setLength(0);
    treatment = null;
  }

  private void kept(String property) {
    switch (property) {
      case "BEGIN" -> begin(line.word());
      case "END" -> end(line.word());
      default -> line.text().ifPresentOrElse(this::write, () -> fault(property));
    }
  }

  private void fault(String property) {
    if (fault.isEmpty()) fault = Optional.of(new Fault(began, property));
  }

  private void begin(String component) {
    if (dropped > 0 || !kept.enters(component)) {
      dropped++;
      return;
    }
    inside.push(component);
    if (component.equals("VEVENT")) invited = 0;
    write("BEGIN:" + component);
    if (component.equals("VCALENDAR")) write("VERSION:2.0");
  }

  private void end(String component) {
    if (dropped > 0) {
      dropped--;
      return;
    }
    if (component.equals("VEVENT")) write(INVITED + ":" + invited);
    write("END:" + component);
    if (component.equals(inside.peek())) inside.pop();
  }

  private void write(String text) {
    origins.add(began);
    byte[] bytes = (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] left = new byte[ready.length - next + bytes.length];
    System.arraycopy(ready, next, left, 0, ready.length - next);
    System.arraycopy(bytes, 0, left, ready.length - next, bytes.length);
    ready = left;
    next = 0;
  }
}
