/**
 * Who is calling and what they may do: one mechanism that dispatches session cookie and bearer
 * token (and later OpenID Connect), and one gate every request passes.
 */
package org.feierabend.server.identity;
