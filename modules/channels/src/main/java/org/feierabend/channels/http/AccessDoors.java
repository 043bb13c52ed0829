package org.feierabend.channels.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.feierabend.alert.Alerting;
import org.feierabend.decision.Reachabilities;
import org.feierabend.door.Heard;
import org.feierabend.intake.Intake;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.report.WeekKeys;
import org.feierabend.telework.TeleworkDesk;

/** Opens an {@link AccessDoor} for the request under way, whatever shape it has. */
@ApplicationScoped
public class AccessDoors {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject Intake intake;
  @Inject LiveFacts live;
  @Inject Alerting alerts;
  @Inject TeleworkDesk desk;
  @Inject WeekKeys keys;
  @Inject Heard heard;
  @Inject EmployerTime time;

  AccessDoor open() {
    return new AccessDoor(
        caller, directory, reachabilities, intake, live, alerts, desk, keys, heard, time);
  }
}
