package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import org.feierabend.calendar.CounterProposal;
import org.feierabend.calendar.Invitation;

/**
 * Invitations outside core time: times, and nothing else.
 *
 * @param told whether the calendar server lets us see them at all
 * @param mailed whether a proposal can be sent from here
 */
record InvitationsView(boolean told, boolean mailed, List<One> invitations) implements View {
  /**
   * @param proposed next start in the core time of all the invited; null: none within four weeks
   */
  record One(String id, String start, String end, int invited, String proposed) {}

  static InvitationsView of(
      boolean told, boolean mailed, List<CounterProposal> proposals, ZoneId zone) {
    return new InvitationsView(told, mailed, proposals.stream().map(p -> one(p, zone)).toList());
  }

  private static One one(CounterProposal proposal, ZoneId zone) {
    Invitation i = proposal.invitation();
    return new One(
        i.id(),
        Json.at(i.slot().start(), zone),
        Json.at(i.slot().end(), zone),
        Math.max(1, i.invited().size()),
        proposal.start().map(s -> Json.at(s, zone)).orElse(null));
  }
}
