package org.feierabend.launcher.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Syslog lines of Postfix 3.x: the queue id joins {@code from=} with {@code to=}. One contact per
 * queue id and recipient, at the first attempt to deliver, however often it is repeated.
 *
 * <p>The house is what Postfix delivers itself (local, virtual, lmtp, pipe), by domain; a log of a
 * relay that delivers nothing itself takes the domain most mail goes to. Mail to other houses is no
 * contact of ours; a sender from outside is a citizen.
 */
final class PostfixLog implements FileReader {
  private static final Pattern POSTFIX =
      Pattern.compile("\\S+ postfix[^/ ]*(?:/[\\w-]+)*/([\\w-]+)\\[\\d+]: ([0-9A-Za-z]{6,}): (.*)");
  private static final Pattern FROM = Pattern.compile("from=<([^>]*)>, size=.*");
  private static final Pattern TO =
      Pattern.compile("to=<([^>]+)>, (?:orig_to=<[^>]*>, )?relay=([^,]+), .*status=(\\w+).*");
  private static final Pattern OWN_FILTER = Pattern.compile("(127\\.|localhost\\[|\\[?::1).*");
  private static final Set<String> DELIVERS = Set.of("local", "virtual", "lmtp", "pipe");
  private static final Set<String> COUNTED = Set.of("sent", "deferred");
  private static final int SYSTEM = -2;

  private final SyslogTime time;
  private final Map<String, Envelope> queue = new HashMap<>();
  private final List<String> domains = new ArrayList<>();
  private final Set<String> house = new HashSet<>();
  private final Map<String, Integer> mailTo = new HashMap<>();

  private record Envelope(int sender, Set<Integer> recipients) {}

  PostfixLog(FileStart start) {
    time = new SyslogTime(start);
  }

  @Override
  public void line(LineFile.Line line, EventTable table, People people) {
    SyslogTime.Stamped stamped = time.read(line.text());
    Matcher postfix = POSTFIX.matcher(stamped.rest());
    if (!postfix.matches()) return; // some other program's, or one that moves no mail
    String id = postfix.group(2);
    String rest = postfix.group(3);
    Matcher from = FROM.matcher(rest);
    Matcher to = TO.matcher(rest);
    if (from.matches())
      queue.computeIfAbsent(id, i -> new Envelope(sender(from.group(1), people), new HashSet<>()));
    else if (to.matches()) deliver(id, postfix.group(1), to, stamped, line, table, people);
    else if (rest.equals("removed")) queue.remove(id);
  }

  private void deliver(
      String id,
      String agent,
      Matcher to,
      SyslogTime.Stamped stamped,
      LineFile.Line line,
      EventTable table,
      People people) {
    if (!COUNTED.contains(to.group(3))) return;
    if (agent.equals("smtp") && OWN_FILTER.matcher(to.group(2)).matches()) return;
    Envelope envelope = queue.get(id);
    if (envelope == null)
      throw new BadLine(
          "its queue id has no from= line before it",
          "zu ihrer Queue-ID stand vorher keine Zeile mit from=");
    int recipient = number(to.group(1), people);
    if (!envelope.recipients().add(recipient)) return;
    String domain = domains.get(recipient);
    if (DELIVERS.contains(agent)) house.add(domain);
    mailTo.merge(domain, 1, Integer::sum);
    table.add(stamped.at(), recipient, line.number(), envelope.sender());
  }

  @Override
  public void finish(EventTable table, People people) {
    if (house.isEmpty())
      mailTo.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .ifPresent(most -> house.add(most.getKey()));
    table.keep(recipient -> house.contains(domains.get(recipient)));
    for (int i = 0; i < table.size(); i++) {
      people.staff(table.person(i));
      int sender = (int) table.more(i);
      if (sender >= 0 && house.contains(domains.get(sender))) people.staff(sender);
    }
    people.forgetNames();
  }

  @Override
  public RowReader rows(Path file, EventTable table, People people, PersonIds ids) {
    return index -> event(table, index, people, ids);
  }

  private static ReplayEvent event(EventTable table, int index, People people, PersonIds ids) {
    int recipient = table.person(index);
    int sender = (int) table.more(index);
    boolean colleague = people.isStaff(sender);
    String role = sender == SYSTEM ? "SYSTEM" : colleague ? "COLLEAGUE" : "CITIZEN";
    return new ReplayEvent(
        table.line(index) + "-" + recipient,
        table.at(index),
        ReplayEvent.CONTACT,
        recipient,
        EventJson.mail(
            ids,
            recipient,
            colleague ? sender : People.NOBODY,
            sender == recipient ? "SELF" : role));
  }

  private int sender(String address, People people) {
    return address.isEmpty() ? SYSTEM : number(address, people);
  }

  private int number(String address, People people) {
    int number = people.named(address);
    if (number == domains.size())
      domains.add(
          address.substring(address.lastIndexOf('@') + 1).toLowerCase(java.util.Locale.ROOT));
    return number;
  }
}
