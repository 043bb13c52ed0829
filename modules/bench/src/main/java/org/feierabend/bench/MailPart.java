package org.feierabend.bench;

import org.feierabend.acceptance.MailRace;

/** The same mails and questions to the engine and to a server that always says DUNNO. */
final class MailPart {
  /** Of a mail server, all asking at once. */
  private static final int CONNECTIONS = 100;

  private MailPart() {}

  /** Where there is no Postfix the table has no such line, and the console says why. */
  static void measure(Table table, boolean quick) throws Exception {
    if (!MailRace.missing().isEmpty()) {
      Bench.say("mail is left out: " + MailRace.missing());
      return;
    }
    int rounds = quick ? 2 : 6;
    double seconds = quick ? 1.5 : 3;
    int mails = quick ? 200 : 1_000;
    double[][] rates = new double[4][rounds];
    Bench.say("mail through Postfix");
    try (MailRace race = new MailRace()) {
      for (int i = -1; i < rounds; i++) {
        double[] found = {
          race.mailsWithEngine(mails),
          race.mailsWithDunno(mails),
          race.answersOfEngine(CONNECTIONS, seconds),
          race.answersOfDunno(CONNECTIONS, seconds)
        };
        for (int r = 0; r < found.length && i >= 0; r++) rates[r][i] = found[r]; // first: warm up
      }
    }
    table.absolute("mails through a Postfix that asks the engine, mails/s", Score.of(rates[0]));
    table.absolute("mails through one that is always told DUNNO, mails/s", Score.of(rates[1]));
    table.absolute("policy answers over bare connections, answers/s", Score.of(rates[2]));
    table.absolute("always DUNNO over bare connections, answers/s", Score.of(rates[3]));
    table.add(
        Row.atLeast(
            "policy answers through Postfix ÷ always DUNNO",
            0.8,
            Score.ofRatios(rates[0], rates[1])));
    table.add(
        Row.free(
            "policy answers over bare connections ÷ always DUNNO",
            Score.ofRatios(rates[2], rates[3])));
  }
}
