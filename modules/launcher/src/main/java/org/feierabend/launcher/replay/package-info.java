/**
 * A file of what happened, sent through Kafka into an instance as an employer of its own, in the
 * file's time. Also the generated year of the demo, which takes the same way.
 */
package org.feierabend.launcher.replay;
