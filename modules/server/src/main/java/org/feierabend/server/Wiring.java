package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;
import org.feierabend.alert.Alerting;
import org.feierabend.alert.Inbox;
import org.feierabend.audit.AuditLog;
import org.feierabend.book.Books;
import org.feierabend.book.Proposals;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.http.DemoMode;
import org.feierabend.channels.http.EmployerTime;
import org.feierabend.channels.http.PublicAddress;
import org.feierabend.decision.Reachabilities;
import org.feierabend.directory.Import;
import org.feierabend.directory.Reorganising;
import org.feierabend.directory.Sources;
import org.feierabend.door.Doors;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.EmergencyReview;
import org.feierabend.intake.EndOfWork;
import org.feierabend.intake.Explanations;
import org.feierabend.intake.Intake;
import org.feierabend.intake.IssuedReports;
import org.feierabend.intake.LiveFacts;
import org.feierabend.intake.OpenDataApprovals;
import org.feierabend.intake.OwnWeek;
import org.feierabend.intake.WeekTopics;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Accounts;
import org.feierabend.people.Directory;
import org.feierabend.people.Sessions;
import org.feierabend.people.Tokens;
import org.feierabend.policy.Policies;
import org.feierabend.policy.PurposeLock;
import org.feierabend.report.BlockPlans;
import org.feierabend.report.Releases;
import org.feierabend.report.WeekKeys;
import org.feierabend.report.Withdrawals;

/**
 * Hands the parts of the {@link House} to whoever injects a port. The gate lets nobody in before
 * the house stands.
 */
@ApplicationScoped
public class Wiring {
  @Inject Lifecycle lifecycle;
  @Inject Settings settings;

  private <T> T from(Function<House, T> part) {
    return lifecycle.standing(part);
  }

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  Directory directory() {
    return from(house -> house.store.directory);
  }

  @Produces
  Import imports() {
    return from(house -> house.registry.imports);
  }

  @Produces
  Reorganising reorganising() {
    return from(house -> house.registry.reorganising);
  }

  @Produces
  Sources sources() {
    return from(house -> new Sources(house.registry.sync));
  }

  @Produces
  Acceptance acceptance() {
    return from(house -> house.store.acceptance);
  }

  @Produces
  Deferrals deferrals() {
    return from(house -> house.store.deferrals);
  }

  @Produces
  OpenDataApprovals openDataApprovals() {
    return from(house -> house.store.openData);
  }

  @Produces
  IssuedReports issuedReports() {
    return from(house -> house.store.reports);
  }

  @Produces
  Releases releases() {
    return from(house -> house.store.releases);
  }

  @Produces
  @ApplicationScoped
  Accounts accounts() {
    return from(house -> house.store.accounts);
  }

  @Produces
  @ApplicationScoped
  Tokens tokens() {
    return from(house -> house.store.tokens);
  }

  @Produces
  @ApplicationScoped
  Sessions sessions() {
    return from(house -> house.store.sessions);
  }

  @Produces
  @ApplicationScoped
  AuditLog auditLog() {
    return from(house -> house.audit);
  }

  @Produces
  Weeks weeks() {
    return from(house -> house.weeks);
  }

  @Produces
  WeekKeys weekKeys() {
    return from(house -> house.keys);
  }

  @Produces
  WeekTopics weekTopics() {
    return from(house -> house.broker.topics);
  }

  @Produces
  DemoMode demoMode() {
    return settings::demo;
  }

  @Produces
  PublicAddress publicAddress() {
    return settings::publicAddress;
  }

  @Produces
  EmployerTime employerTime() {
    return from(house -> house.clock::now);
  }

  @Produces
  BlockPlans blockPlans() {
    return from(house -> house.plans);
  }

  @Produces
  Intake intake() {
    return from(house -> house.intake);
  }

  @Produces
  Explanations explanations() {
    return from(house -> house.explanations);
  }

  @Produces
  Inbox inbox() {
    return from(house -> house.inbox);
  }

  @Produces
  Alerting alerting() {
    return from(house -> house.rules);
  }

  @Produces
  EmergencyReview emergencyReview() {
    return from(house -> house.emergencies);
  }

  @Produces
  LiveFacts liveFacts() {
    return from(house -> house.rests);
  }

  @Produces
  EndOfWork endOfWork() {
    return from(house -> house.rests);
  }

  @Produces
  Withdrawals withdrawals() {
    return from(house -> house.withdrawals);
  }

  @Produces
  OwnWeek ownWeek() {
    return from(house -> house.ownWeek);
  }

  @Produces
  EventReader eventReader() {
    return from(house -> house.reader);
  }

  @Produces
  Reachabilities reachabilities() {
    return from(house -> house.rules);
  }

  @Produces
  Proposals proposals() {
    return from(house -> house.governance.ruleBooks);
  }

  @Produces
  Books books() {
    return from(house -> house.rules);
  }

  @Produces
  PurposeLock purposeLock() {
    return from(house -> house.rules);
  }

  @Produces
  Doors doors() {
    return from(house -> house.beside.doors);
  }

  @Produces
  Policies policies() {
    return from(house -> house.rules);
  }
}
