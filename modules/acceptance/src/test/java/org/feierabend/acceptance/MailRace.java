package org.feierabend.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The same mails through the same Postfix, once with the engine to ask, once with a server that
 * always says DUNNO. For the benchmark.
 */
public final class MailRace implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String SENDER = "sender";
  private static final String READER = "reader";

  private final MailTown town;
  private final AlwaysDunno dunno;
  private final Postfix ours;
  private final Postfix theirs;
  private final String token;
  private final int dunnoPort = RunningInstance.freePorts();

  public MailRace() throws IOException {
    town = MailTown.start("mail-race");
    Instant before = Instant.now().minusSeconds(3_600);
    town.person(SENDER, before).person(READER, before).found("p0");
    token = town.instance.feierabend("connect", "postfix", "--part", "token").output().strip();
    dunno = AlwaysDunno.on(dunnoPort);
    ours = postfix("asks-us").start();
    String hop = ":" + town.hopPort;
    theirs =
        postfix("asks-dunno")
            .replace("main.cf", hop, ":" + (dunnoPort + 1))
            .replace("master.cf", hop, ":" + (dunnoPort + 1))
            .replace("master.cf", ":" + town.policyPort, ":" + dunnoPort)
            .start();
  }

  /** Empty: Postfix can run here. */
  public static String missing() {
    if (!"root".equals(System.getProperty("user.name"))) return "a mail server runs as root only";
    return java.nio.file.Files.exists(java.nio.file.Path.of("/usr/sbin/postfix"))
        ? ""
        : "there is no Postfix";
  }

  private Postfix postfix(String name) throws IOException {
    return Postfix.plain(name, RunningInstance.freePorts(), List.of(READER)).connect(town.instance);
  }

  /** Mails a second from a load generator to the mailbox. */
  public double mailsWithEngine(int mails) {
    return mails(ours, mails);
  }

  public double mailsWithDunno(int mails) {
    long before = dunno.answers();
    double rate = mails(theirs, mails);
    if (dunno.answers() - before < mails)
      throw new AssertionError("The other server was not asked.");
    return rate;
  }

  private static double mails(Postfix postfix, int mails) {
    int before = postfix.files(READER).size();
    long start = System.nanoTime();
    postfix.source(mails, MailTown.address(SENDER), MailTown.address(READER));
    Await.until("all mails", PATIENCE, () -> postfix.files(READER).size() == before + mails);
    return mails / ((System.nanoTime() - start) * 1e-9);
  }

  /** Answers a second over bare connections, without a mail server in between. */
  public double answersOfEngine(int connections, double seconds) throws Exception {
    return askers(town.policyPort).rate(connections, seconds);
  }

  public double answersOfDunno(int connections, double seconds) throws Exception {
    return askers(dunnoPort).rate(connections, seconds);
  }

  private PolicyAskers askers(int port) {
    return new PolicyAskers(port, MailTown.address(SENDER), MailTown.address(READER), token);
  }

  @Override
  public void close() throws IOException {
    ours.close();
    theirs.close();
    dunno.close();
    town.close();
  }
}
