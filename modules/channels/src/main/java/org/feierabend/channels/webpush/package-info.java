/**
 * Tells a person's browser that their window opened: RFC 8030 (push), 8291 (encryption), 8292
 * (whose server it is), with the JDK's own cryptography.
 */
package org.feierabend.channels.webpush;
