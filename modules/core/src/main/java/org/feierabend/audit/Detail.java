package org.feierabend.audit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an entry may say about its change. Each has one form, and no form has room for the name of a
 * person: hashes, dates, numbers and words of ours.
 */
public enum Detail {
  /** Content hash of a policy's or a rule book's edition. */
  EDITION("[0-9a-f]{8,64}"),
  /** The edition before. */
  BEFORE("[0-9a-f]{8,64}"),
  /** Hash of an agreement's or a measure's canonical terms. */
  TERMS("[0-9a-f]{64}"),
  /** Whether an agreement is of one or of many. */
  KIND("individual|collective"),
  /** Hash of a bundle, a file or a row of the ledger. */
  HASH("[0-9a-f]{64}"),
  /** Fingerprint of a key that is added, replaced or taken away. */
  KEY("[0-9a-f]{16,64}"),
  /** The public key that signs from the next row on, as each row names it. */
  NEXT("[A-Za-z0-9+/]{59}="),
  /** The roles an account or a token has, in the order of the alphabet. */
  ROLES(Detail.ROLE_WORD + "( " + Detail.ROLE_WORD + ")*"),
  /** The side or role the change is about. */
  ROLE(Detail.ROLE_WORD),
  WEEK("\\d{4}-W\\d\\d"),
  YEAR("\\d{4}"),
  /** The first day, or the instant, it holds. */
  FROM("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?Z)?"),
  /** The last day it holds. */
  UNTIL("\\d{4}-\\d\\d-\\d\\d"),
  HORIZON("short|middle|long"),
  /** What an agreement or a measure has become. */
  STATE("draft|proposed|agreed|declined|replaced|revoked|running|done|dropped"),
  VERSION("\\d{1,9}"),
  /** From which quarter on a reorganisation holds. */
  QUARTER("\\d{4}-Q[1-4]"),
  /** How many people are new. */
  JOINED(Detail.NUMBER),
  /** Of how many people unit, address or regime is another. */
  CHANGED(Detail.NUMBER),
  /** How many people left the house. */
  LEFT(Detail.NUMBER),
  /** How many units are new, other than before, or gone. */
  UNITS(Detail.NUMBER),
  /** How many log-ins of these roles ended at once. */
  COUNT(Detail.NUMBER);

  private static final String NUMBER = "\\d{1,9}";
  private static final String ROLE_WORD =
      "(employee|hr|council|manager|source|enforcer|provisioner|operator)";

  private final Pattern form;

  Detail(String form) {
    this.form = Pattern.compile(form);
  }

  /** As the file has it, such as {@code edition}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words it chooses from; none where it has a number, a day or a hash. */
  public List<String> words() {
    return form.pattern().matches("[a-z|]+") ? List.of(form.pattern().split("\\|")) : List.of();
  }

  void require(String value) {
    if (value == null || !form.matcher(value).matches())
      throw new IllegalArgumentException(
          "The detail '%s' of an audit entry has the form %s, but got '%s'."
              .formatted(word(), form, value));
  }
}
