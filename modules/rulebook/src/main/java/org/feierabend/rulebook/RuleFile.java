package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.List;

/** A rule file as a reader sees it: what stands above its rules. Compiles nothing. */
record RuleFile(Path path, List<RuleText> rules) {
  static RuleFile read(Path path) {
    return new RuleFile(path, RuleReader.read(path).stream().map(RuleSyntax::text).toList());
  }

  /** Name of the concern: the file without its ending. */
  String concern() {
    return path.getFileName().toString().replaceFirst("\\.drl$", "");
  }

  Path scenarios() {
    return path.resolveSibling(concern() + ".scenarios.yaml");
  }
}
