package org.feierabend.signature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.feierabend.people.Role;

/** What a declaration is about. */
public sealed interface Matter {
  Set<Role> BOTH = Set.of(Role.HR, Role.COUNCIL);

  /** The word in the signed text. */
  String kind();

  Map<String, Object> fields();

  /** Who may say it. */
  default Set<Role> sides() {
    return BOTH;
  }

  /**
   * HR proposes an edition.
   *
   * @param consultation until when employees may comment, that day included
   */
  record Proposal(Edition edition, Optional<LocalDate> consultation) implements Matter {
    @Override
    public String kind() {
      return "proposal";
    }

    @Override
    public Set<Role> sides() {
      return Set.of(Role.HR);
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new TreeMap<>(edition.fields());
      consultation.ifPresent(day -> fields.put("consultation", day.toString()));
      return fields;
    }
  }

  /**
   * The works council agrees to exactly what HR proposed.
   *
   * @param answers to comments of employees, by the comment's key
   */
  record Approval(Edition edition, Map<String, String> answers) implements Matter {
    public Approval {
      answers = Fields.requireAnswers(answers);
    }

    @Override
    public String kind() {
      return "approval";
    }

    @Override
    public Set<Role> sides() {
      return Set.of(Role.COUNCIL);
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new TreeMap<>(edition.fields());
      if (!answers.isEmpty()) fields.put("answers", answers);
      return fields;
    }
  }

  /**
   * Of a proposal, by either side; HR takes back its own so.
   *
   * @param edition {@link Edition#hash} of what is rejected
   */
  record Rejection(String edition, String reason, Map<String, String> answers) implements Matter {
    public Rejection {
      Fields.requireHash("edition", edition);
      Fields.requireText("reason", reason);
      answers = Fields.requireAnswers(answers);
    }

    @Override
    public String kind() {
      return "rejection";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new TreeMap<>(Map.of("edition", edition, "reason", reason));
      if (!answers.isEmpty()) fields.put("answers", answers);
      return fields;
    }
  }

  /** Reports and alerts stop at once; protections never do. */
  record Suspension(String reason) implements Matter {
    public Suspension {
      Fields.requireText("reason", reason);
    }

    @Override
    public String kind() {
      return "suspension";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("reason", reason);
    }
  }

  /** Of what this side suspended. */
  record Resumption() implements Matter {
    @Override
    public String kind() {
      return "resumption";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of();
    }
  }

  /**
   * Notice to end an edition that was agreed.
   *
   * @param ends first day without it
   */
  record Termination(String edition, LocalDate ends, String reason) implements Matter {
    public Termination {
      Fields.requireHash("edition", edition);
      Objects.requireNonNull(ends, "ends");
      Fields.requireText("reason", reason);
    }

    @Override
    public String kind() {
      return "termination";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("edition", edition, "ends", ends.toString(), "reason", reason);
    }
  }

  /**
   * The agreement on paper, by its hash, and the council's resolution behind it (BayPVG Art. 73).
   *
   * @param agreement SHA-256 of the signed PDF
   * @param number of the resolution, as the council's minutes have it
   */
  record Attachment(String edition, String agreement, LocalDate resolved, String number)
      implements Matter {
    public Attachment {
      Fields.requireHash("edition", edition);
      Fields.requireHash("agreement", agreement);
      Objects.requireNonNull(resolved, "resolved");
      Fields.requireText("number", number);
    }

    @Override
    public String kind() {
      return "attachment";
    }

    @Override
    public Set<Role> sides() {
      return Set.of(Role.COUNCIL);
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of(
          "edition",
          edition,
          "agreement",
          agreement,
          "resolved",
          resolved.toString(),
          "number",
          number);
    }
  }

  /**
   * A rule book is approved, or rejected with a reason.
   *
   * @param rules content hash of the rule book
   * @param rejected why not; empty: approved
   */
  record RuleBook(String rules, Instant from, Optional<String> rejected) implements Matter {
    public RuleBook {
      Fields.requireHash("rules", rules);
      Objects.requireNonNull(from, "from");
      rejected.ifPresent(reason -> Fields.requireText("rejected", reason));
    }

    @Override
    public String kind() {
      return "rule-book";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new TreeMap<>(Map.of("rules", rules, "from", from.toString()));
      rejected.ifPresent(reason -> fields.put("rejected", reason));
      return fields;
    }
  }

  /** What this side signs with from the next declaration on. */
  record NextKey(PublicKey key) implements Matter {
    public NextKey {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public String kind() {
      return "next-key";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of("key", key.base64());
    }
  }
}
