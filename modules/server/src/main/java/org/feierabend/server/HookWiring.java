package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.feierabend.channels.graph.GraphDoor;
import org.feierabend.channels.matrix.MatrixDoor;
import org.feierabend.channels.webhook.WebhookDoor;
import org.feierabend.channels.webpush.WebPushDoor;
import org.feierabend.push.HeldPushes;
import org.feierabend.push.Subscriptions;

/** Hands the doors other systems call to their resources. */
@ApplicationScoped
public class HookWiring {
  @Inject Lifecycle lifecycle;

  @Produces
  WebhookDoor webhooks() {
    return lifecycle.standing(house -> house.beside.hooks.webhooks);
  }

  @Produces
  MatrixDoor matrix() {
    return lifecycle.standing(house -> house.beside.hooks.matrix);
  }

  @Produces
  WebPushDoor webPush() {
    return lifecycle.standing(house -> house.beside.hooks.webPush);
  }

  @Produces
  HeldPushes heldPushes() {
    return lifecycle.standing(house -> house.store.heldPushes);
  }

  @Produces
  Subscriptions subscriptions() {
    return lifecycle.standing(house -> house.store.subscriptions);
  }

  @Produces
  GraphDoor graph() {
    return lifecycle.standing(house -> house.beside.hooks.graph);
  }
}
