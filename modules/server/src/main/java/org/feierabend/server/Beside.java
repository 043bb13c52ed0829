package org.feierabend.server;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.feierabend.calendar.CalendarServer;
import org.feierabend.calendar.CounterPost;
import org.feierabend.calendar.ShownWeeks;
import org.feierabend.channels.calendar.CalDavDoor;
import org.feierabend.channels.calendar.CalDavInvitations;
import org.feierabend.channels.calendar.KeepingTimes;
import org.feierabend.channels.calendar.MailedCounters;
import org.feierabend.channels.calendar.MeetingsBegun;
import org.feierabend.channels.chat.ChatDoor;
import org.feierabend.channels.kafka.Webhook;
import org.feierabend.channels.mail.CitizenReceipts;
import org.feierabend.channels.mail.MailAnswers;
import org.feierabend.channels.mail.MailDoor;
import org.feierabend.channels.mail.MailSettings;
import org.feierabend.door.Doors;
import org.feierabend.intake.OpenHours;
import org.feierabend.server.identity.EnforcerTokens;

/**
 * The doors beside the servers people already run. Each is off until its settings are there, and
 * stands in the list of doors either way; whoever builds one adds a line here.
 */
final class Beside {
  final Doors doors = new Doors();
  final ChatDoor chat;
  final MailDoor mail;
  final Hooks hooks;
  final CalendarServer calendars;
  final CounterPost counters;
  private final CalDavDoor calendar;

  /**
   * @param house whose parts a door needs; they are all built
   */
  Beside(House house, DoorSettings settings, ThreadFactory threads, Closers closers) {
    mail =
        doors.add(
            closers.add(
                mail(
                    house, settings.mail(), receipts(house, settings, threads, closers), threads)));
    chat =
        doors.add(
            new ChatDoor(settings.chat(), id -> house.store.directory.employer(id).isPresent()));
    calendars = new CalDavInvitations(settings.calDav());
    counters = new MailedCounters(settings.proposals());
    calendar =
        doors.add(
            closers.add(
                new CalDavDoor(
                    settings.calDav(),
                    house.store.directory,
                    new MeetingsBegun(house.store.directory, house.intake),
                    new KeepingTimes(
                        house.store.keptTimes,
                        new ShownWeeks(house.rules, house.rules),
                        house.store.directory),
                    Clock.systemUTC(),
                    threads)));
    calendar.start();
    hooks = new Hooks(house, new HookSettings(new Settings()), doors, threads, closers);
    chat.receiver()
        .ifPresent(
            module -> closers.add(new Webhook(house.broker.clients, module, threads)).start());
  }

  private static Consumer<MailAnswers.FromCitizen> receipts(
      House house, DoorSettings settings, ThreadFactory threads, Closers closers) {
    return settings
        .receipts()
        .<Consumer<MailAnswers.FromCitizen>>map(
            smtp ->
                closers.add(
                    new CitizenReceipts(
                        smtp,
                        employer -> new OpenHours(employer, house.rules.under(employer.policy())),
                        house.store.receipts,
                        house.keys,
                        threads)))
        .orElse(mail -> {});
  }

  private static MailDoor mail(
      House house,
      Optional<MailSettings> settings,
      Consumer<MailAnswers.FromCitizen> citizens,
      ThreadFactory threads) {
    return new MailDoor(
        settings,
        house.store.directory,
        house.rules,
        new EnforcerTokens(house.store.tokens, Clock.systemUTC())::admits,
        house.clock::now,
        settings.map(
            s ->
                new MailAnswers(
                    house.store.directory,
                    house.rules,
                    house.rests,
                    house.intake,
                    house.store.deferrals,
                    s,
                    citizens,
                    threads)),
        threads);
  }

  /** Quartz rings every half minute. */
  void wake() {
    calendar.wake();
    hooks.wake();
  }
}
