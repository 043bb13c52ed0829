package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.intake.Deferrals;

/** What waits for me: counts, nothing else is known. */
record WaitingView(int total, Map<String, Integer> byChannel, List<Next> next, String zone)
    implements View {
  record Next(String until, int count) {}

  static WaitingView of(Deferrals.Waiting waiting, ZoneId zone) {
    Map<String, Integer> byChannel = new TreeMap<>();
    waiting.byChannel().forEach((channel, count) -> byChannel.put(channel.name(), count));
    return new WaitingView(
        byChannel.values().stream().mapToInt(Integer::intValue).sum(),
        byChannel,
        waiting.byInstant().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Next(Json.at(e.getKey(), zone), e.getValue()))
            .toList(),
        zone.getId());
  }
}
