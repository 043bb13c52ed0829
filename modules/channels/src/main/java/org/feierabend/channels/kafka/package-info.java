/**
 * Kafka: events in, marks to the tally, releases of contacts out. Partitions are assigned by hand.
 */
package org.feierabend.channels.kafka;
