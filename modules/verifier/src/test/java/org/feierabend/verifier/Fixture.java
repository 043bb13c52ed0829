package org.feierabend.verifier;

import java.security.KeyPair;
import java.util.HexFormat;
import java.util.Random;

/**
 * A ledger written from docs/ledger.md by hand, as text, with neither Feierabend's code nor the
 * verifier's. 2026 has 53 weeks; blocks and account were worked out on paper.
 */
final class Fixture extends SignedLines {
  static final String METRICS =
      "[{\"key\":\"late\",\"meaning\":\"People „spät“ at work.\",\"threshold\":5},"
          + "{\"key\":\"meet\",\"meaning\":\"People in meetings.\",\"threshold\":1},"
          + "{\"key\":\"rest\",\"meaning\":\"People without rest.\",\"threshold\":1}]";
  static final String UNITS =
      "[{\"id\":\"a\",\"name\":{\"de\":\"Bürgeramt\",\"en\":\"Citizens\"},\"parent\":\"top\",\"staff\":30},"
          + "{\"id\":\"b\",\"name\":{\"de\":\"Bauhof\",\"en\":\"Works\"},\"parent\":\"top\",\"staff\":25},"
          + "{\"id\":\"c\",\"name\":{\"de\":\"Kasse\",\"en\":\"Cash\"},\"parent\":\"top\",\"staff\":7},"
          + "{\"id\":\"top\",\"name\":{\"de\":\"Stadt\",\"en\":\"Town\"},\"staff\":4}]";

  /** Blocks as (id, units, headcount): c and top are 11, below 20, and absorb b. */
  static final String BLOCK_A =
      "\"headcount\":30,\"id\":\"a\",\"name\":{\"de\":\"Bürgeramt\",\"en\":\"Citizens\"},\"units\":[\"a\"]}";

  static final String BLOCK_REST =
      "\"headcount\":36,\"id\":\"rest-of-top\",\"name\":{\"de\":\"Stadt (übrige)\",\"en\":\"Town (rest)\"},\"units\":[\"b\",\"c\",\"top\"]}";

  private final Random random = new Random(5);
  private String lastRelease = "";

  Fixture() throws Exception {}

  static Fixture weeks(int weeks) throws Exception {
    Fixture ledger = new Fixture();
    for (int i = 0; i < weeks; i++) {
      ledger.release(i);
      ledger.destroyed(i);
    }
    return ledger;
  }

  /**
   * Week number {@code i} after 2026-W01; quarters by the Thursday, W14 being 2 April, W27 2 July,
   * W40 1 October.
   */
  static String week(int i) {
    return i < 53 ? "2026-W%02d".formatted(i + 1) : "2027-W%02d".formatted(i - 52);
  }

  static String quarter(int i) {
    if (i >= 53) return "2027-Q1";
    return "2026-Q" + (i < 13 ? 1 : i < 26 ? 2 : i < 39 ? 3 : 4);
  }

  void release(int i) throws Exception {
    int spent = Math.min(i + 1, 52);
    release(i, UNITS, blocks(), "78/1", rho("1/52", reduced(spent), reduced(52 - spent)));
  }

  void release(int i, String units, String blocks, String sigma2, String rho) throws Exception {
    row(
        "{\"blocks\":" + blocks + ",\"code\":\"test\",\"edition\":\"e1\",\"employer\":\"town\",",
        "\"indicators\":[\"late\",\"meet\",\"rest\"],\"k\":20,\"key\":\""
            + key()
            + "\",\"metrics\":{\"definition\":\""
            + HexFormat.of().formatHex(sha256(METRICS))
            + "\",\"list\":"
            + METRICS
            + "},\"prev\":\""
            + prev
            + "\",\"quarter\":\""
            + quarter(i)
            + "\",\"rho\":"
            + rho
            + ",\"seq\":"
            + lines.size()
            + ",\"sigma2\":\""
            + sigma2
            + "\",",
        "\"type\":\"RELEASE\",\"units\":" + units + ",\"week\":\"" + week(i) + "\"}");
    lastRelease = prev;
  }

  void destroyed(int i) throws Exception {
    destroyed(i, lastRelease);
  }

  void destroyed(int i, String release) throws Exception {
    row(
        "{\"destroyed\":[\"key\",\"tables\",\"topics\"],\"employer\":\"town\",",
        "\"key\":\""
            + key()
            + "\",\"prev\":\""
            + prev
            + "\",\"release\":\""
            + release
            + "\",\"seq\":"
            + lines.size()
            + ",",
        "\"type\":\"DESTROYED\",\"week\":\"" + week(i) + "\"}");
  }

  void withdrawn(int i, String release) throws Exception {
    row(
        "{\"employer\":\"town\",",
        "\"key\":\""
            + key()
            + "\",\"prev\":\""
            + prev
            + "\",\"reason\":\"wrong roster\",\"release\":\""
            + release
            + "\",\"seq\":"
            + lines.size()
            + ",",
        "\"type\":\"WITHDRAWN\",\"week\":\"" + week(i) + "\"}");
  }

  /** The key in force hands over to a new one. */
  void rotated() throws Exception {
    KeyPair fresh = freshPair();
    rotated(fresh);
    pair = fresh;
  }

  void rotated(KeyPair fresh) throws Exception {
    row(
        "{\"employer\":\"town\",",
        "\"key\":\""
            + key()
            + "\",\"next\":\""
            + key(fresh)
            + "\",\"prev\":\""
            + prev
            + "\",\"seq\":"
            + lines.size()
            + ",",
        "\"type\":\"ROTATED\"}");
  }

  String lastRelease() {
    return lastRelease;
  }

  String blocks() {
    return "[" + figures() + BLOCK_A + "," + figures() + BLOCK_REST + "]";
  }

  private String figures() {
    return "{\"figures\":{\"late\":%d,\"meet\":%d,\"rest\":%d},"
        .formatted(random.nextInt(60) - 15, random.nextInt(60) - 15, random.nextInt(60) - 15);
  }

  static String rho(String week, String spent, String left) {
    return "{\"left\":\""
        + left
        + "\",\"spent\":\""
        + spent
        + "\",\"week\":\""
        + week
        + "\",\"year\":\"1/1\"}";
  }

  private static String reduced(int of52) {
    for (int d : new int[] {52, 26, 13, 4, 2}) if (of52 % d == 0) return of52 / d + "/" + 52 / d;
    return of52 + "/52";
  }
}
