package org.feierabend.channels.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Requests to one CalDAV server, under our account there. */
final class CalDavCalls {
  /** Namespaces every body of ours needs. */
  static final String NAMES = "xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"";

  /** Of an answer nobody reads to its end. */
  static final int LONGEST = 4_096;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REDIRECTS = 3;
  private static final String XML = "application/xml; charset=utf-8";

  /** The server answers, but not to us. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("The calendar server does not know us; see feierabend.caldav.user and .password.");
    }
  }

  // one for all: credentials go with each request
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final CalDavSettings settings;

  CalDavCalls(CalDavSettings settings) {
    this.settings = settings;
  }

  HttpResponse<InputStream> xml(String method, URI path, String depth, String body)
      throws IOException {
    return send(method, path, Map.of("Content-Type", XML, "Depth", depth), body);
  }

  /** Redirects are followed on this server alone: our credentials go nowhere else. */
  HttpResponse<InputStream> send(String method, URI path, Map<String, String> headers, String body)
      throws IOException {
    URI at = settings.server().resolve(path);
    for (int hops = 0; ; hops++) {
      HttpResponse<InputStream> answer = once(method, at, headers, body);
      Optional<String> elsewhere = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || elsewhere.isEmpty() || hops == REDIRECTS) return answer;
      answer.body().close();
      at = settings.server().resolve(at.resolve(elsewhere.get()).getRawPath());
    }
  }

  private HttpResponse<InputStream> once(
      String method, URI at, Map<String, String> headers, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + credentials())
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return sent(request.build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while the calendar server was asked.");
    }
  }

  static void demand(int expected, int status) throws IOException {
    if (status == 401) throw new Refused();
    if (status != expected)
      throw new IOException("The calendar server answers %d, not %d.".formatted(status, expected));
  }

  /** Twice does no harm; small servers hang up on connections they said they would keep. */
  private HttpResponse<InputStream> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException hungUp) {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
  }

  private String credentials() {
    return Base64.getEncoder()
        .encodeToString(
            (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8));
  }
}
