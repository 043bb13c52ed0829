/** The open week, its closing, and the releases: the only figures anybody sees. */
package org.feierabend.report;
