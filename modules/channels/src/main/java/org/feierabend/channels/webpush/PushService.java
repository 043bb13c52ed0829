package org.feierabend.channels.webpush;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Which addresses a browser may have us push to: services of the Internet, and nothing behind our
 * own walls.
 *
 * @param anywhere for tests alone: any address, also without TLS
 */
public record PushService(boolean anywhere) {
  /** Fails with what is wrong, without the address: it leads to somebody's device. */
  public void require(URI endpoint) {
    if (endpoint.getHost() == null || endpoint.getUserInfo() != null)
      throw new IllegalArgumentException(
          "A push endpoint is an address with a host, and no log-in.");
    if (anywhere) return;
    if (!"https".equals(endpoint.getScheme())
        || (endpoint.getPort() != -1 && endpoint.getPort() != 443))
      throw new IllegalArgumentException("A push endpoint is reached by https, at its usual port.");
    try {
      for (InetAddress address : InetAddress.getAllByName(endpoint.getHost()))
        if (!isPublic(address))
          throw new IllegalArgumentException("A push endpoint has a public address.");
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("The host of this push endpoint is not known.", e);
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (b.length == 16) // unique local, documentation, and the ways back into IPv4
    return (first & 0xfe) != 0xfc
          && !(first == 0x20 && second == 0x02)
          && !(first == 0x20 && second == 0x01 && b[2] == 0)
          && !(first == 0 && second == 0x64);
    return first != 0
        && first < 224
        && !(first == 100 && (second & 0xc0) == 64)
        && !(first == 192 && second == 0 && b[2] == 0)
        && !(first == 198 && (second & 0xfe) == 18);
  }
}
