package org.feierabend.channels.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feierabend.report.ChainLink;

/** A chain as JSON lines, byte by byte as it was signed. */
final class ChainLines {
  private ChainLines() {}

  static Response of(List<? extends ChainLink> rows) {
    StringBuilder lines = new StringBuilder();
    for (ChainLink row : rows) lines.append(row.json()).append('\n');
    return Response.ok(lines.toString().getBytes(StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  /**
   * Where it ends, to be kept.
   *
   * @param name of the file the verifier is given
   */
  static Response head(String line, String name) {
    return Response.ok((line + "\n").getBytes(StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
