package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.channels.mail.MailAnswers;
import org.feierabend.channels.mail.MailDoor;
import org.feierabend.intake.Deferrals;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/**
 * Tells whoever holds mails which of them may go on. It knows nothing of what was told before: a
 * mail server that was away asks about all that waits at its side, and learns what is due. What
 * waits there also tells the door how many mails it has to count.
 */
@Path("mail/due")
@ApplicationScoped
@RolesAllowed("enforcer")
@Consumes("application/json")
@Produces("application/json")
public class MailDueResource {
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MOST = 20_000;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Deferrals deferrals;
  @Inject MailDoor door;

  /**
   * @param due those of the asked that are held no more
   */
  record Due(List<String> due) implements View {}

  /** {@code {"waiting": ["…", …]}}: tickets, or queue ids in mode hold. Answers when one is due. */
  @POST
  public View due(InputStream body) throws IOException, InterruptedException {
    Employer employer = new EmployerScope(caller, directory).own();
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    document.only(Set.of("waiting"));
    List<String> waiting = document.texts("waiting");
    if (waiting.size() > MOST) throw document.expected("waiting", "[\"…\"] (1–%d)".formatted(MOST));
    door.seen(employer, waiting);
    long deadline = System.nanoTime() + LONGEST.toNanos();
    List<String> due = due(employer, waiting);
    while (due.isEmpty() && !waiting.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE.toMillis());
      due = due(employer, waiting);
    }
    return new Due(due);
  }

  private List<String> due(Employer employer, List<String> waiting) {
    if (waiting.isEmpty()) return List.of();
    Set<String> held = deferrals.held(employer, MailAnswers.SOURCE, waiting);
    List<String> due = new ArrayList<>(waiting);
    due.removeIf(held::contains);
    return due;
  }
}
