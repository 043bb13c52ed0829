package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many mails from Postfix's own load generator, half of them to people who rest. */
final class MailLoad {
  static final String SENDER = "sender";
  static final List<String> AT_WORK = List.of("works0", "works1");
  static final List<String> AT_REST = List.of("rests0", "rests1");
  private static final Pattern ID = Pattern.compile("(?mi)^Message-Id: <([^>]+)>");

  private final Postfix postfix;
  private final int each;
  private int waves;

  /**
   * @param each so many mails for each of the four in each wave
   */
  MailLoad(Postfix postfix, int each) {
    this.postfix = postfix;
    this.each = each;
  }

  static List<String> everybody() {
    List<String> all = new ArrayList<>(List.of(SENDER));
    all.addAll(AT_WORK);
    all.addAll(AT_REST);
    return all;
  }

  void wave() {
    for (List<String> two : List.of(AT_REST, AT_WORK))
      for (String name : two)
        postfix.source(each, MailTown.address(SENDER), MailTown.address(name));
    waves++;
  }

  int sent() {
    return waves * each * 4;
  }

  int arrived(List<String> names) {
    return names.stream().mapToInt(name -> postfix.files(name).size()).sum();
  }

  boolean allArrived() {
    return arrived(everybody()) >= sent();
  }

  void eachArrivedOnceAndNotBefore(Instant windowStarts) {
    assertEquals(sent(), arrived(everybody()), "none twice");
    assertFalse(postfix.log().contains("status=bounced"), "none bounced");
    for (String name : everybody()) {
      Set<String> ids = new HashSet<>();
      for (String mail : postfix.mails(name)) ids.add(id(mail));
      assertEquals(name.equals(SENDER) ? 0 : waves * each, ids.size(), "each of " + name + " once");
      if (AT_REST.contains(name))
        assertFalse(postfix.arrival(name).isBefore(windowStarts), name + " had one early");
    }
  }

  private static String id(String mail) {
    Matcher id = ID.matcher(mail);
    assertTrue(id.find(), mail);
    return id.group(1);
  }
}
