package org.feierabend.channels.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one line of a calendar that is being read; of a line that is kept, the parts about time. */
final class KeptLine {
  private static final Pattern ADDRESS = Pattern.compile("(?i:mailto):[!-~]{1,254}");

  /** How what is kept is written: times and spans, codes, rules, offsets. No word fits. */
  private static final Map<String, Pattern> VALUES =
      Map.of(
          "UID",
          Pattern.compile("[!-~]{1,255}"),
          "ORGANIZER",
          ADDRESS,
          "ATTENDEE",
          ADDRESS,
          "TZID",
          Pattern.compile("[A-Za-z0-9 +(),:/._-]{1,100}"),
          "STATUS",
          Pattern.compile("CONFIRMED|TENTATIVE|CANCELLED"),
          "TRANSP",
          Pattern.compile("OPAQUE|TRANSPARENT"),
          "BUSYTYPE",
          Pattern.compile("BUSY(-UNAVAILABLE|-TENTATIVE)?"),
          "RRULE",
          Pattern.compile(
              "(?:(?:^|;)(?:FREQ=[A-Z]{5,8}|[A-Z]{4,10}=(?:[0-9TZ+-]{1,16}[A-Z]{0,2}|[A-Z]{2})"
                  + "(?:,(?:[0-9+-]{1,6}[A-Z]{0,2}|[A-Z]{2})){0,400}))+"));

  private static final Pattern TIME = Pattern.compile("[0-9TZPWDHMS,/+-]*");

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";(TZID|VALUE|RANGE|FBTYPE)=(\"[A-Za-z0-9 +(),:/._-]{1,100}\"|[A-Za-z0-9 +()/._-]{1,100})");

  private final byte[] bytes;
  private final MessageDigest sha256;
  private String name = "";
  private int length;
  private boolean tooLong;
  private boolean inValue;

  KeptLine(int longest) {
    bytes = new byte[longest];
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256; any JDK from 17 on has.", e);
    }
  }

  void begin(String property) {
    name = KeptLines.upper(property);
    Arrays.fill(bytes, 0, length, (byte) 0);
    length = 0;
    tooLong = false;
    inValue = false;
    sha256.reset();
  }

  void add(byte b) {
    if (length < bytes.length) bytes[length++] = b;
    else tooLong = true;
  }

  /** Bytes of the value alone: parameters do not make another. */
  void digest(byte b) {
    if (inValue) sha256.update(b);
    else if (b == ':') inValue = true;
  }

  String digested() {
    return HexFormat.of().formatHex(sha256.digest(), 0, 16);
  }

  /** The name of a component. */
  String word() {
    String all = all();
    return KeptLines.upper(all.substring(all.indexOf(':') + 1).strip());
  }

  /** The line with the parameters that belong to a time; empty when it holds anything else. */
  Optional<String> text() {
    if (tooLong) return Optional.empty();
    String all = all();
    StringBuilder text = new StringBuilder(name);
    int at = 0;
    Matcher parameter = PARAMETER.matcher(all);
    while (at < all.length() && all.charAt(at) == ';') {
      int end = endOfParameter(all, at + 1);
      parameter.region(at, end);
      if (parameter.matches()) text.append(all, at, end);
      at = end;
    }
    if (at >= all.length()) return Optional.empty();
    String value = all.substring(at + 1);
    boolean fine = VALUES.getOrDefault(name, TIME).matcher(value).matches();
    return fine ? Optional.of(text.append(':').append(value).toString()) : Optional.empty();
  }

  private static int endOfParameter(String all, int from) {
    boolean quoted = false;
    for (int i = from; i < all.length(); i++) {
      char c = all.charAt(i);
      if (c == '"') quoted = !quoted;
      else if (!quoted && (c == ';' || c == ':')) return i;
    }
    return all.length();
  }

  private String all() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
