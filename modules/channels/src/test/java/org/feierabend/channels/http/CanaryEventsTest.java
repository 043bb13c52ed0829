package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.events.SampleRules;
import org.feierabend.decision.Language;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

class CanaryEventsTest {
  private final Town town = new Town("ann", "canary-1", "canary-2");

  private BatchAnswer send(String... recipients) {
    CanaryEventsResource resource = new CanaryEventsResource();
    resource.caller = SomeCaller.machine(Role.COUNCIL);
    resource.directory = town;
    resource.intake = town;
    resource.time = employer -> Town.NOW;
    resource.reader = new EventReader(new SampleRules());
    String batch =
        Arrays.stream(recipients)
            .map(
                r ->
                    ("{'specversion':'1.0','id':'e-%s','source':'urn:council','time':'2026-09-15T19:00:00+02:00',"
                            + "'type':'org.feierabend.contact.v1','data':{'recipient':'%s','sender':'p-2','sender_role':'COLLEAGUE','channel':'MAIL'}}")
                        .formatted(r, r))
            .collect(Collectors.joining(",", "[", "]"))
            .replace('\'', '"');
    return resource.take(batch.getBytes(StandardCharsets.UTF_8), Language.EN);
  }

  @Test
  void the_council_moves_its_canaries() {
    assertEquals(0, send("canary-1", "canary-2").rejected());
    assertEquals(2, town.counted.size());
  }

  @Test
  void and_nobody_real_not_even_among_canaries() {
    for (String who : List.of("ann", "nobody-there")) {
      Trouble refused = assertThrows(Trouble.class, () -> send("canary-1", who));
      assertEquals(403, refused.status());
    }
    assertEquals(List.of(), town.counted);
  }
}
