package org.feierabend.channels.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.feierabend.contact.Ref;

/**
 * The attributes of a CloudEvent that are read; all others are dropped unread.
 *
 * @param ref source and id, by which an event counts once
 * @param time when it happened
 * @param data a tree of its own, from which dropped fields are removed in place
 */
record Envelope(Ref ref, String type, Instant time, ObjectNode data) {}
