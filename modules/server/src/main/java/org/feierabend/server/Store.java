package org.feierabend.server;

import org.feierabend.alert.Alerts;
import org.feierabend.audit.AuditRows;
import org.feierabend.calendar.Feeds;
import org.feierabend.calendar.KeptTimes;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.Emergencies;
import org.feierabend.intake.GivenAnswers;
import org.feierabend.intake.IssuedReports;
import org.feierabend.intake.OpenDataApprovals;
import org.feierabend.intake.Receipts;
import org.feierabend.measure.Measures;
import org.feierabend.people.Accounts;
import org.feierabend.people.Directory;
import org.feierabend.people.Sessions;
import org.feierabend.people.Tokens;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.FileTrust;
import org.feierabend.persistence.JdbcAcceptance;
import org.feierabend.persistence.JdbcAccounts;
import org.feierabend.persistence.JdbcAlerts;
import org.feierabend.persistence.JdbcArrangements;
import org.feierabend.persistence.JdbcAuditRows;
import org.feierabend.persistence.JdbcDeferrals;
import org.feierabend.persistence.JdbcEmergencies;
import org.feierabend.persistence.JdbcFeeds;
import org.feierabend.persistence.JdbcGivenAnswers;
import org.feierabend.persistence.JdbcHeldPushes;
import org.feierabend.persistence.JdbcIssuedReports;
import org.feierabend.persistence.JdbcKeptTimes;
import org.feierabend.persistence.JdbcMeasures;
import org.feierabend.persistence.JdbcOpenDataApprovals;
import org.feierabend.persistence.JdbcOpenings;
import org.feierabend.persistence.JdbcPushSubscriptions;
import org.feierabend.persistence.JdbcReceipts;
import org.feierabend.persistence.JdbcResidents;
import org.feierabend.persistence.JdbcSessions;
import org.feierabend.persistence.JdbcTeleworkDays;
import org.feierabend.persistence.JdbcTokens;
import org.feierabend.persistence.JpaDirectory;
import org.feierabend.persistence.JpaReleases;
import org.feierabend.push.HeldPushes;
import org.feierabend.push.Openings;
import org.feierabend.push.Subscriptions;
import org.feierabend.report.Releases;
import org.feierabend.signature.Trust;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.Residents;
import org.feierabend.telework.TeleworkDays;

/** What lives in the database and needs nothing but it. */
final class Store implements AutoCloseable {
  final Database database;
  final Directory directory;
  final Acceptance acceptance;
  final Deferrals deferrals;
  final Alerts alerts;
  final Emergencies emergencies;
  final Releases releases;
  final IssuedReports reports;
  final OpenDataApprovals openData;
  final Arrangements arrangements;
  final TeleworkDays teleworkDays;
  final Residents residents;
  final Measures measures;
  final Accounts accounts;
  final Tokens tokens;
  final Sessions sessions;
  final Receipts receipts;
  final AuditRows audit;
  final Trust trust;
  final GivenAnswers givenAnswers;
  final Feeds feeds;
  final HeldPushes heldPushes;
  final Subscriptions subscriptions;
  final Openings openings;
  final KeptTimes keptTimes;

  Store(Settings settings) {
    database = Database.open(settings.database());
    trust = new FileTrust(settings.var().resolve("trust"));
    givenAnswers = new JdbcGivenAnswers(database);
    directory = new JpaDirectory(database, new UnderSignatures(trust));
    acceptance = new JdbcAcceptance(database);
    deferrals = new JdbcDeferrals(database);
    alerts = new JdbcAlerts(database);
    emergencies = new JdbcEmergencies(database);
    releases = new JpaReleases(database);
    reports = new JdbcIssuedReports(database);
    openData = new JdbcOpenDataApprovals(database);
    arrangements = new JdbcArrangements(database);
    residents = new JdbcResidents(database);
    teleworkDays = new JdbcTeleworkDays(database);
    accounts = new JdbcAccounts(database);
    tokens = new JdbcTokens(database);
    receipts = new JdbcReceipts(database);
    sessions = new JdbcSessions(database);
    audit = new JdbcAuditRows(database);
    measures = new JdbcMeasures(database);
    feeds = new JdbcFeeds(database);
    heldPushes = new JdbcHeldPushes(database);
    subscriptions = new JdbcPushSubscriptions(database);
    openings = new JdbcOpenings(database);
    keptTimes = new JdbcKeptTimes(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
