package org.feierabend.directory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.people.DirectoryChanged;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;

/**
 * Tells the audit log what becomes of people and units: in which role, and how many; never whom.
 * Log-ins that end with somebody's leaving are told by their roles.
 *
 * @param who the role that asked for it; the server for what it carries out by itself
 */
public record DirectoryAudit(AuditLog log, Employer employer, Who who, Instant at) {
  public DirectoryAudit {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(at, "at");
  }

  public void changed(DirectoryChanged done) {
    Map<Detail, String> counts = new EnumMap<>(Detail.class);
    counts.put(Detail.JOINED, Integer.toString(done.change().joining().size()));
    counts.put(Detail.CHANGED, Integer.toString(done.change().changing().size()));
    counts.put(Detail.LEFT, Integer.toString(done.change().leaving().size()));
    counts.put(Detail.UNITS, Integer.toString(done.unitsChanged()));
    append(AuditEvent.PEOPLE_CHANGED, counts);
    Map<String, Long> ended =
        done.accountsEnded().stream()
            .collect(
                Collectors.groupingBy(DirectoryAudit::words, TreeMap::new, Collectors.counting()));
    ended.forEach(
        (roles, count) ->
            append(
                AuditEvent.ACCOUNT_DELETED,
                Map.of(Detail.ROLES, roles, Detail.COUNT, Long.toString(count))));
  }

  /** Makes the change and tells of it, both or neither; what changes nothing is not told. */
  boolean reorganisation(AuditEvent what, String quarter, BooleanSupplier change) {
    return log.noted(
        change, AuditEntry.of(employer.id(), what, who, at, Map.of(Detail.QUARTER, quarter)));
  }

  private void append(AuditEvent what, Map<Detail, String> details) {
    log.append(AuditEntry.of(employer.id(), what, who, at, details));
  }

  private static String words(Set<Role> roles) {
    return roles.stream().map(Role::key).sorted().collect(Collectors.joining(" "));
  }
}
