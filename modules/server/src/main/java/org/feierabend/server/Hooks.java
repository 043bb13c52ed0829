package org.feierabend.server;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.feierabend.channels.graph.GraphDoor;
import org.feierabend.channels.graph.GraphSettings;
import org.feierabend.channels.graph.GraphSubscriptions;
import org.feierabend.channels.kafka.KafkaDeadLetters;
import org.feierabend.channels.matrix.MatrixDoor;
import org.feierabend.channels.webhook.Source;
import org.feierabend.channels.webhook.WebhookDoor;
import org.feierabend.channels.webpush.WebPushDoor;
import org.feierabend.door.Doors;
import org.feierabend.intake.Asking;
import org.feierabend.people.Employer;

/** The doors other systems call by themselves. */
final class Hooks {
  private static final System.Logger LOG = System.getLogger(Hooks.class.getName());

  final WebhookDoor webhooks;
  final GraphDoor graph;
  final MatrixDoor matrix;
  final WebPushDoor webPush;

  Hooks(House house, HookSettings settings, Doors doors, ThreadFactory threads, Closers closers) {
    webhooks = doors.add(webhooks(house, settings, closers));
    graph = doors.add(graph(house, settings.graph(), threads, closers));
    matrix =
        doors.add(
            closers.add(
                new MatrixDoor(
                    settings.matrix(),
                    house.store.directory,
                    of -> asking(house, of),
                    house.intake,
                    house.store.heldPushes,
                    house.clock::now,
                    threads)));
    matrix.start();
    webPush =
        doors.add(
            closers.add(
                new WebPushDoor(
                    settings.webPush(),
                    house.store.directory,
                    of -> asking(house, of),
                    house.store.subscriptions,
                    house.store.openings,
                    house.clock::now,
                    threads)));
    webPush.start();
  }

  /** By the rules in force at the moment of asking. */
  private static Asking asking(House house, Employer of) {
    return new Asking(of, house.store.directory, house.rules.under(of.policy()), house.rests);
  }

  /** Quartz rings every half minute. */
  void wake() {
    matrix.wake();
    webPush.wake();
  }

  private static GraphDoor graph(
      House house, Optional<GraphSettings> settings, ThreadFactory threads, Closers closers) {
    GraphSubscriptions subscriptions =
        closers.add(
            new GraphSubscriptions(
                settings.flatMap(GraphSettings::renewal), Clock.systemUTC(), threads));
    subscriptions.start();
    return new GraphDoor(
        settings, house.store.directory, house.intake, house.clock::now, subscriptions);
  }

  /** A mapping file with a mistake in it keeps its door shut, and nothing else. */
  private static WebhookDoor webhooks(House house, HookSettings settings, Closers closers) {
    List<Source> sources = List.of();
    boolean shut = false;
    try {
      sources = settings.webhookSources();
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(Level.ERROR, "The door for webhooks stays shut: {0}", e.getMessage());
      shut = true;
    }
    return new WebhookDoor(
        settings.webhooksEmployer(),
        sources,
        shut,
        house.store.directory,
        house.reader,
        house.intake,
        closers.add(new KafkaDeadLetters(house.broker.clients)),
        house.clock::now);
  }
}
