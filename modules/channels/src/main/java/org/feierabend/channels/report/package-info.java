/** Reports on their way out: forms, recipients, the topic. What a report says is the core's. */
package org.feierabend.channels.report;
