package org.feierabend.channels.http;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.IntConsumer;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.policy.ActivityLine;
import org.feierabend.policy.LogTraffic;
import org.feierabend.timeline.PersonFacts;

/** A log of mail among people of a house, read from a request into memory and kept nowhere else. */
final class LogUpload {
  /** Longest log, in bytes. */
  static final long MOST_BYTES = 128L << 20;

  private static final int LONGEST_LINE = 200;

  private final LocalDate first;
  private final ZoneId zone;
  private final LogTraffic traffic;

  LogUpload(LocalDate first, ZoneId zone, PersonFacts everybody) {
    this.first = first;
    this.zone = zone;
    this.traffic = new LogTraffic(everybody);
  }

  /**
   * @param length of the request's body as announced; below 1: unknown
   * @param percent told now and then how far the reading has come
   */
  LogTraffic read(InputStream body, long length, IntConsumer percent) throws IOException {
    Counted counted = new Counted(body);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(counted, StandardCharsets.UTF_8), 1 << 16);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (++number % 10_000 == 0 && length > 0)
        percent.accept((int) Math.min(99, 100 * counted.read / length));
      if (!line.isBlank()) add(line, number);
    }
    if (traffic.size() == 0)
      throw Trouble.of(400, "Die Datei enthält keine Nachricht.", "The file holds no message.");
    return traffic;
  }

  private void add(String line, int number) {
    try {
      if (line.length() > LONGEST_LINE) throw wrong(number, "sie ist zu lang", "it is too long");
      ActivityLine said = ActivityLine.read(line);
      Sender sender = said.sender() == said.recipient() ? Sender.SELF : Sender.COLLEAGUE;
      traffic.add(
          said.recipient(), ContactClass.message(Channel.MAIL, sender), said.at(first, zone));
    } catch (ActivityLine.Bad bad) {
      throw wrong(number, bad.why().de(), bad.why().en());
    } catch (IllegalArgumentException tooMany) {
      throw Trouble.of(
          413,
          "Ein Protokoll für einen Probelauf hat höchstens %d Nachrichten."
              .formatted(LogTraffic.MOST),
          tooMany.getMessage());
    }
  }

  private static Trouble wrong(int number, String de, String en) {
    return Trouble.of(
        400,
        "Zeile %d ist nicht zu lesen: %s.".formatted(number, de),
        "Line %d cannot be read: %s.".formatted(number, en));
  }

  /** Ends a body that is too long, however it is sent. */
  private static final class Counted extends FilterInputStream {
    private long read;

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) count(1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      int got = super.read(into, offset, most);
      if (got > 0) count(got);
      return got;
    }

    private void count(int got) {
      read += got;
      if (read > MOST_BYTES)
        throw Trouble.of(413, "Ein Protokoll hat höchstens 128 MiB.", "A log has at most 128 MiB.");
    }
  }
}
