/** The only place that knows Drools: compiles {@code rules/} and consults it. */
package org.feierabend.rulebook;
