/** What somebody is told unasked: a unit's trend from releases, one's own sending. */
package org.feierabend.alert;
