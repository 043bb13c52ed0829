package org.feierabend.channels.mail;

/**
 * What the mail server's own configuration says it is.
 *
 * @param secret a token of the role enforcer
 * @param automatic it came by the hop for mail that machines wrote, which nobody must answer
 */
record MailContext(String secret, boolean automatic) {
  private static final String AUTOMATIC = ":auto";

  static MailContext of(PolicyRequest request) {
    String text = request.context();
    return text.endsWith(AUTOMATIC)
        ? new MailContext(text.substring(0, text.length() - AUTOMATIC.length()), true)
        : new MailContext(text, false);
  }

  @Override
  public String toString() {
    return "MailContext(…)"; // a secret: never in a log
  }
}
