/**
 * CloudEvents become what the core understands, or a refusal that names field and schema. Shared by
 * the HTTP and the Kafka door (PROTOCOLS, section 4).
 */
package org.feierabend.channels.events;
