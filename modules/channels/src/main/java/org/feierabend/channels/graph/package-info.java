/**
 * Change notifications of Microsoft Graph: that something came, never what. Built to the published
 * contract and tested against it; no real tenant was asked.
 */
package org.feierabend.channels.graph;
