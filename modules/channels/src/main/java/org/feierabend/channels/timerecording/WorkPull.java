package org.feierabend.channels.timerecording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.feierabend.channels.door.Probe;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Intake;
import org.feierabend.people.Employer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a table of work from time recording's own address, when it has changed. What it fetched
 * is kept nowhere.
 */
public final class WorkPull {
  private static final Logger LOG = LoggerFactory.getLogger(WorkPull.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI url;
  private final Optional<String> token;
  private final Duration every;
  private final WorkIntake intake;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private Optional<String> tag = Optional.empty();
  private Instant due = Instant.MIN;

  /**
   * @param token sent as bearer token
   */
  public WorkPull(URI url, Optional<String> token, Duration every, Intake intake, LastEvent last) {
    this.url = url;
    this.token = token;
    this.every = every;
    this.intake = new WorkIntake(intake, last);
  }

  Standing standing() {
    int usual = "https".equals(url.getScheme()) ? 443 : 80;
    Probe server = new Probe(url.getHost(), url.getPort() < 0 ? usual : url.getPort());
    return server.answers()
        ? new Standing.Up(server.toString())
        : new Standing.Down(server.toString(), Standing.Trouble.SERVER_AWAY);
  }

  public synchronized void round(Employer employer, Instant now, Instant wall) {
    if (wall.isBefore(due)) return;
    due = wall.plus(every);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(PATIENCE).header("Accept", "text/csv");
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    tag.ifPresent(t -> request.header("If-None-Match", t));
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 304) return;
      if (answer.statusCode() != 200)
        throw new UncheckedIOException(
            new IOException(
                "Time recording at %s answers %d; check feierabend.time-recording.*."
                    .formatted(url, answer.statusCode())));
      String report = intake.take(employer, answer.body(), "/time-recording", now);
      if (!WorkIntake.fine(report))
        LOG.warn("Time recording at {} sent lines that cannot be read:\n{}", url, report);
      tag = answer.headers().firstValue("ETag");
    } catch (IOException e) {
      throw new UncheckedIOException("Time recording at %s does not answer.".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted while asking time recording."));
    }
  }
}
