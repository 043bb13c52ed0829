package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void a_taken_port_is_named_with_its_holder_and_the_way_out() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Trouble trouble =
          assertThrows(Trouble.class, () -> PortCheck.requireFree(port, "PostgreSQL"));
      assertEquals(
          "Port %d for PostgreSQL is taken (pid %d, java). Choose another with --port N (N for HTTP, N+1 to N+3 behind it)."
              .formatted(port, ProcessHandle.current().pid()),
          trouble.getMessage());
      assertTrue(trouble.german().startsWith("Port %d für PostgreSQL ist belegt".formatted(port)));
    }
  }

  @Test
  void a_port_that_was_given_back_is_free() throws Exception {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket.close();
    assertDoesNotThrow(() -> PortCheck.requireFree(socket.getLocalPort(), "HTTP"));
  }
}
