package org.feierabend.launcher.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Postfix needs in main.cf and master.cf: each mail is split into one copy for each recipient,
 * and the hop that takes the copies asks us (docs/adr/0022).
 *
 * @param main parameter → value
 * @param services of master.cf
 */
public record PostfixLines(Map<String, String> main, List<Service> services) {
  /**
   * One service of master.cf.
   *
   * @param key as postconf -M names it, such as {@code split/unix}
   * @param fields the eight columns
   * @param options parameter → value, each an -o
   */
  public record Service(String key, String fields, Map<String, String> options) {}

  private static final String MASTER = "%s %s %s - n - %s %s";

  /**
   * @param token the mail server's own
   * @param delay whether the signed policy lets mail wait while the engine is away
   */
  public static PostfixLines of(MailHop hop, String token, boolean delay) {
    Map<String, String> main = new LinkedHashMap<>();
    main.put("content_filter", MailHop.nextHop(hop.hop()));
    main.put("split_destination_recipient_limit", "1");
    main.put("maximal_queue_lifetime", "30d");
    main.put("delay_warning_time", "0h");
    if (hop.receipts())
      main.put("header_checks", "regexp:$config_directory/feierabend_header_checks");
    List<Service> services = new ArrayList<>();
    services.add(split());
    services.add(asking(hop, hop.hop(), token, delay));
    if (hop.receipts()) services.add(asking(hop, hop.automaticHop(), token + ":auto", delay));
    return new PostfixLines(main, services);
  }

  private static Service split() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("smtp_send_xforward_command", "yes");
    options.put("disable_mime_output_conversion", "yes");
    options.put("smtp_tls_security_level", "none");
    options.put("smtp_generic_maps", "");
    return new Service("split/unix", MASTER.formatted("split", "unix", "-", "10", "smtp"), options);
  }

  private static Service asking(MailHop hop, String listen, String context, boolean delay) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("content_filter", "");
    options.put("mynetworks", "127.0.0.0/8");
    options.put("smtpd_client_restrictions", "permit_mynetworks,reject");
    options.put("smtpd_helo_restrictions", "");
    options.put("smtpd_sender_restrictions", "");
    options.put("smtpd_relay_restrictions", "permit_mynetworks,reject");
    options.put("smtpd_recipient_restrictions", "permit_mynetworks,reject");
    options.put("smtpd_data_restrictions", "check_policy_service inet:" + hop.policy());
    options.put("smtpd_end_of_data_restrictions", "");
    options.put("smtpd_policy_service_policy_context", context);
    options.put("smtpd_policy_service_timeout", "20s");
    options.put("smtpd_policy_service_try_limit", "1");
    options.put(
        "smtpd_policy_service_default_action",
        delay ? "451 4.3.0 not decided yet, try again" : "DUNNO");
    options.put("smtpd_error_sleep_time", "0"); // each mail that waits is an error to smtpd
    options.put("smtpd_hard_error_limit", "1000000");
    options.put("smtpd_authorized_xforward_hosts", "127.0.0.0/8");
    options.put("smtpd_tls_security_level", "none");
    options.put("smtpd_sasl_auth_enable", "no");
    options.put(
        "receive_override_options",
        "no_unknown_recipient_checks,no_header_body_checks,no_milters,no_address_mappings");
    return new Service(
        listen + "/inet", MASTER.formatted(listen, "inet", "n", "-", "smtpd"), options);
  }

  /** For the end of main.cf. */
  public String mainText() {
    StringBuilder text = new StringBuilder();
    main.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
    return text.toString();
  }

  /** For the end of master.cf. */
  public String masterText() {
    StringBuilder text = new StringBuilder();
    for (Service service : services) {
      text.append(service.fields()).append('\n');
      service.options().forEach((name, value) -> text.append(option(name, value)).append('\n'));
    }
    return text.toString();
  }

  private static String option(String name, String value) {
    return value.contains(" ")
        ? "  -o { %s = %s }".formatted(name, value)
        : "  -o %s=%s".formatted(name, value);
  }
}
