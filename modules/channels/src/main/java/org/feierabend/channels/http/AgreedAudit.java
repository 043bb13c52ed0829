package org.feierabend.channels.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.measure.Measure;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.telework.Arrangement;

/**
 * Writes what two sides changed into the audit log, in the change's own transaction: which side,
 * what became of it and the hash of its terms; never whose it is.
 */
record AgreedAudit(AuditLog log, Employer employer, Role side, Instant now) {
  Arrangement telework(AuditEvent what, Supplier<Arrangement> change) {
    return log.together(
        () -> {
          Arrangement a = change.get();
          Map<Detail, String> details = new EnumMap<>(Detail.class);
          details.put(
              Detail.KIND, a.whom() instanceof Arrangement.One ? "individual" : "collective");
          details.put(Detail.TERMS, hash(TeleworkViews.Terms.of(a.terms())));
          details.put(Detail.VERSION, Long.toString(a.version()));
          if (a.state() != Arrangement.State.DRAFT) append(what, details);
          return a;
        });
  }

  Measure measure(AuditEvent what, Supplier<Measure> change) {
    return log.together(
        () -> {
          Measure m = change.get();
          Map<Detail, String> details = new EnumMap<>(Detail.class);
          details.put(Detail.HORIZON, word(m.plan().horizon()));
          details.put(Detail.VERSION, Long.toString(m.version()));
          details.put(
              Detail.TERMS,
              hash(
                  MeasureViews.One.of(
                      m,
                      unit -> new org.feierabend.decision.Sentence(unit.value(), unit.value()),
                      employer.zone())));
          append(what, details);
          return m;
        });
  }

  private void append(AuditEvent what, Map<Detail, String> details) {
    log.append(AuditEntry.of(employer.id(), what, Who.of(side), now, details));
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String hash(Object terms) {
    try {
      byte[] canonical = Json.MAPPER.writeValueAsBytes(terms);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("Plain terms always make JSON, and SHA-256 is there.", e);
    }
  }
}
