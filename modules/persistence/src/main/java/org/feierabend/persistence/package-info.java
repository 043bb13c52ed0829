/** The only place that knows PostgreSQL, JPA, Flyway and key files. */
package org.feierabend.persistence;
