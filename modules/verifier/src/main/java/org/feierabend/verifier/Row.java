package org.feierabend.verifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the ledger, its form checked (docs/ledger.md).
 *
 * @param body the canonical text that was hashed: the line without hash and signature
 * @param release what only a RELEASE has; null otherwise
 * @param refersTo hash of the RELEASE that a DESTROYED or WITHDRAWN is about; null otherwise
 * @param week null for ROTATED
 * @param next the key a ROTATED hands over to; null otherwise
 */
record Row(
    long seq,
    String type,
    String employer,
    String week,
    String prev,
    String hash,
    String key,
    String signature,
    String body,
    Release release,
    String refersTo,
    String next)
    implements Link {
  static final String HASH = "[0-9a-f]{64}";
  static final String KEY = "[A-Za-z0-9+/]{59}=";
  static final String SIGNATURE = "[A-Za-z0-9+/]{86}==";
  static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
  static final long MANY = 10_000_000;
  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

  record Unit(String id, String parent, int staff) {}

  record Block(String id, List<String> units, int headcount, Map<String, Long> figures) {}

  record Rho(Fraction year, Fraction week, Fraction spent, Fraction left) {}

  record Release(
      String quarter,
      int k,
      String definition,
      String metrics,
      List<String> metricKeys,
      List<String> indicators,
      Fraction sigma2,
      Rho rho,
      List<Unit> units,
      List<Block> blocks) {}

  static Row parse(String line) throws Wrong {
    Map<String, Object> json = Json.parse(line);
    if (!Json.canonical(json).equals(line))
      throw new Wrong(
          "hat nicht die kanonische Form (RFC 8785)", "is not in canonical form (RFC 8785)");
    Map<String, Object> body = new TreeMap<>(json);
    body.remove("hash");
    body.remove("signature");
    Fields f = new Fields(json);
    String type = f.text("type", "RELEASE|DESTROYED|WITHDRAWN|ROTATED");
    boolean rotated = type.equals("ROTATED");
    Row row =
        new Row(
            f.number("seq", 0, MANY),
            type,
            f.text("employer", NAME),
            rotated ? null : f.text("week", "[0-9]{4}-W[0-9]{2}"),
            f.text("prev", HASH),
            f.text("hash", HASH),
            f.text("key", KEY),
            f.text("signature", SIGNATURE),
            Json.canonical(body),
            type.equals("RELEASE") ? ReleaseForm.read(f, json) : null,
            type.equals("RELEASE") || rotated ? null : f.text("release", HASH),
            rotated ? f.text("next", KEY) : null);
    if (type.equals("DESTROYED")
        && !f.texts("destroyed").equals(List.of("key", "tables", "topics")))
      throw new Wrong(
          "„destroyed“ soll key, tables und topics nennen",
          "'destroyed' should name key, tables and topics");
    if (type.equals("WITHDRAWN")) f.words("reason");
    f.nothingElse();
    if (!rotated) row.monday();
    return row;
  }

  /** Weeks since January 1970: consecutive weeks have consecutive numbers. */
  long weekNumber() throws Wrong {
    return ChronoUnit.WEEKS.between(A_MONDAY, monday());
  }

  /** The quarter that holds the week's Thursday. */
  String quarterOfWeek() throws Wrong {
    LocalDate thursday = monday().plusDays(3);
    return thursday.getYear() + "-Q" + thursday.get(IsoFields.QUARTER_OF_YEAR);
  }

  private LocalDate monday() throws Wrong {
    try {
      int year = Integer.parseInt(week.substring(0, 4));
      int number = Integer.parseInt(week.substring(6));
      LocalDate monday =
          LocalDate.of(year, 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
              .with(java.time.DayOfWeek.MONDAY);
      if (monday.plusDays(3).getYear() == year) return monday;
    } catch (DateTimeException e) {
      throw new Wrong("eine Woche %s gibt es nicht", "there is no week %s", week);
    }
    throw new Wrong("eine Woche %s gibt es nicht", "there is no week %s", week);
  }
}
