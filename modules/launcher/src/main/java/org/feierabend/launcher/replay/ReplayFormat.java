package org.feierabend.launcher.replay;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file may look like. */
public enum ReplayFormat {
  /** {@code sender recipient seconds}, seconds of wall-clock local time since the start date. */
  EMAIL_ACTIVITY("email-activity"),
  /** {@code author<TAB>ISO date with offset}: a commit ends a stretch of its author's work. */
  GIT_LOG("git-log"),
  /** Syslog lines of Postfix 3.x. */
  POSTFIX_LOG("postfix-log"),
  /** One structured CloudEvent of this house per line, as JSON. */
  CLOUDEVENTS("cloudevents");

  private final String key;

  ReplayFormat(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<ReplayFormat> byKey(String key) {
    return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
  }

  /** All keys, for messages: {@code email-activity|git-log|…}. */
  public static String keys() {
    return Arrays.stream(values()).map(ReplayFormat::key).collect(Collectors.joining("|"));
  }

  FileReader reader(FileStart start) {
    return switch (this) {
      case EMAIL_ACTIVITY -> new EmailActivity(start);
      case GIT_LOG -> new GitLog();
      case POSTFIX_LOG -> new PostfixLog(start);
      case CLOUDEVENTS -> new CloudEventLines();
    };
  }
}
