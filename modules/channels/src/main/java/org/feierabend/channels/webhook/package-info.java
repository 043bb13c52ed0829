/** Other systems' webhooks become events, field by field, by a mapping file of the operator's. */
package org.feierabend.channels.webhook;
