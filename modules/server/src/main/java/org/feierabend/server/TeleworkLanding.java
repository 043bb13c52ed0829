package org.feierabend.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.bundle.BundleKind;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.CityBundle;
import org.feierabend.bundle.Digests;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.rulebook.YamlTeleworkTemplates;
import org.feierabend.telework.TakenTemplates;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkTemplates.Template;

/** Another city's model terms become drafts of HR's, from which it may begin an agreement. */
record TeleworkLanding(TakenTemplates store, TeleworkDesk desk, AuditLog audit)
    implements Bundles.Landing {
  @Override
  public Sentence land(Employer employer, CityBundle bundle, Role by, Instant now) {
    String text = bundle.text(BundleKind.TELEWORK.main());
    lawful(employer, text, now.atZone(employer.zone()).toLocalDate());
    String hash = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    UUID id =
        UUID.nameUUIDFromBytes(
            (bundle.city() + bundle.made() + hash).getBytes(StandardCharsets.UTF_8));
    TakenTemplates.Taken taken = new TakenTemplates.Taken(id, bundle.city(), bundle.made(), text);
    store.add(employer.id(), taken);
    audit.append(
        AuditEntry.of(
            employer.id(),
            AuditEvent.TELEWORK_TEMPLATE,
            Who.of(by),
            now,
            Map.of(Detail.HASH, hash, Detail.STATE, "draft")));
    return new Sentence(
        "Die Muster liegen dem Personalamt als Entwürfe vor; eine Vereinbarung wird daraus erst, wenn jemand sie vorschlägt und die andere Seite zustimmt.",
        "The models are drafts of HR now; one becomes an agreement when somebody proposes it and the other side agrees.");
  }

  /** A term longer than ours could never be proposed here. */
  private void lawful(Employer employer, String text, LocalDate today) {
    Map<String, Sentence> wrong = new TreeMap<>();
    LocalDate longest = today.plus(desk.law(employer, today).longest());
    for (Template t : YamlTeleworkTemplates.read(BundleKind.TELEWORK.main(), text).templates())
      if (today.plus(t.length()).isAfter(longest))
        wrong.put(
            BundleKind.TELEWORK.main() + " " + t.key(),
            new Sentence(
                "läuft %s; hier sind es höchstens %s"
                    .formatted(t.length(), desk.law(employer, today).longest()),
                "runs for %s; here a term has at most %s"
                    .formatted(t.length(), desk.law(employer, today).longest())));
    if (!wrong.isEmpty()) throw new BundleRefused(wrong);
  }
}
