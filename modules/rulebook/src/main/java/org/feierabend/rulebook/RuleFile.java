package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.decision.Reason.RestsOn;
import org.feierabend.decision.Sentence;

/** A rule file as a reader sees it: what stands above its rules. Compiles nothing. */
record RuleFile(Path path, List<RuleText> rules) {
  private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"\\s*$");
  private static final Pattern ABOVE = Pattern.compile("@(\\w+)\\(\"([^\"]*)\"\\)");

  static RuleFile read(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new Unreadable(path.toString(), "cannot be read: " + e.getMessage(), e);
    }
    List<RuleText> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(text);
    while (rule.find()) {
      int when = text.indexOf("\nwhen", rule.end());
      if (when < 0)
        throw new Unreadable(path.toString(), line(text, rule.start()), "the rule has no 'when'");
      rules.add(
          text(path, line(text, rule.start()), rule.group(1), text.substring(rule.end(), when)));
    }
    return new RuleFile(path, List.copyOf(rules));
  }

  private static RuleText text(Path path, int line, String name, String above) {
    var found = new java.util.HashMap<String, String>();
    Matcher m = ABOVE.matcher(above);
    while (m.find()) found.put(m.group(1), m.group(2));
    for (String key : List.of("id", "basis", "rests_on", "de", "en"))
      if (!found.containsKey(key))
        throw new Unreadable(path.toString(), line, "the rule has no @" + key + "(\"…\")");
    return new RuleText(
        found.get("id"),
        name,
        new Sentence(found.get("de"), found.get("en")),
        found.get("basis"),
        RestsOn.valueOf(found.get("rests_on").toUpperCase(java.util.Locale.ROOT)));
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** Name of the concern: the file without its ending. */
  String concern() {
    return path.getFileName().toString().replaceFirst("\\.drl$", "");
  }

  Path scenarios() {
    return path.resolveSibling(concern() + ".scenarios.yaml");
  }
}
