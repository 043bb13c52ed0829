package org.feierabend.audit;

/** What can happen, in fixed words: what has none cannot be written down. */
public enum AuditEvent {
  EMPLOYER_CREATED("employer.created"),
  EMPLOYER_CHANGED("employer.changed"),
  POLICY_DRAFTED("policy.drafted"),
  POLICY_PROPOSED("policy.proposed"),
  POLICY_SIGNED("policy.signed"),
  POLICY_REJECTED("policy.rejected"),
  POLICY_IN_FORCE("policy.in-force"),
  POLICY_SUSPENDED("policy.suspended"),
  POLICY_RESUMED("policy.resumed"),
  POLICY_TERMINATED("policy.terminated"),
  RULES_PROPOSED("rules.proposed"),
  RULES_APPROVED("rules.approved"),
  RULES_REJECTED("rules.rejected"),
  ACCOUNT_CREATED("account.created"),
  ACCOUNT_DELETED("account.deleted"),
  TOKEN_ISSUED("token.issued"),
  TOKEN_REVOKED("token.revoked"),
  PEOPLE_CHANGED("people.changed"),
  REORGANISATION_PROPOSED("reorganisation.proposed"),
  REORGANISATION_CONFIRMED("reorganisation.confirmed"),
  REORGANISATION_WITHDRAWN("reorganisation.withdrawn"),
  REORGANISATION_CARRIED_OUT("reorganisation.carried-out"),
  /** It fitted the directory no more when its quarter came. */
  REORGANISATION_REFUSED("reorganisation.refused"),
  TELEWORK_PROPOSED("telework.proposed"),
  TELEWORK_AGREED("telework.agreed"),
  TELEWORK_DECLINED("telework.declined"),
  TELEWORK_REVOKED("telework.revoked"),
  /** Points of its workplace's checklist are done, or no longer. */
  TELEWORK_WORKPLACE("telework.workplace"),
  TELEWORK_TEMPLATE("telework.template"),
  KEY_ADDED("key.added"),
  KEY_REPLACED("key.replaced"),
  /** The key that signs this log and the ledger hands over. */
  KEY_ROTATED("key.rotated"),
  RELEASE_PUBLISHED("release.published"),
  RELEASE_DESTROYED("release.destroyed"),
  RELEASE_WITHDRAWN("release.withdrawn"),
  OPEN_DATA_APPROVED("open-data.approved"),
  MEASURE_AGREED("measure.agreed"),
  MEASURE_CHANGED("measure.changed"),
  BUNDLE_EXPORTED("bundle.exported"),
  BUNDLE_IMPORTED("bundle.imported");

  private final String word;

  AuditEvent(String word) {
    this.word = word;
  }

  /** As the file has it, such as {@code policy.proposed}. */
  public String word() {
    return word;
  }
}
