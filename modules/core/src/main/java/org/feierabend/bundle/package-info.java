/**
 * What one city hands to another: policies, telework templates, rule packs, with their scenarios.
 */
package org.feierabend.bundle;
