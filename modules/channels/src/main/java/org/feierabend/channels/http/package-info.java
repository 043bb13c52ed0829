/**
 * The HTTP door: JAX-RS resources that translate and step aside.
 *
 * <p>The server mounts {@link org.feierabend.channels.http.HttpDoor#api()} at {@code /api/v1},
 * {@link org.feierabend.channels.http.HttpDoor#access()} at {@code /access/v1} and {@link
 * org.feierabend.channels.http.HttpDoor#wellKnown()} at {@code /.well-known}, and provides {@link
 * org.feierabend.channels.http.Caller}, {@link org.feierabend.channels.http.EmployerTime} and the
 * ports of core as beans.
 */
package org.feierabend.channels.http;
