package org.feierabend.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;

/** A step of the build: compiles {@code rules/} into classes, so that no start has to. */
public final class RuleBuild {
  private RuleBuild() {}

  /**
   * @param args the directory of the rules, and of the classes
   */
  public static void main(String[] args) {
    // what the build's Java is must not show: the oldest one runs it too
    System.setProperty("drools.dialect.java.compiler.lnglevel", "17");
    Path rules = Path.of(args[0]);
    Path classes = Path.of(args[1]);
    try (Stream<Path> found = Files.list(rules)) {
      delete(classes.resolve("rules"));
      for (Path folder : found.filter(Files::isDirectory).sorted().toList())
        if (Vocabulary.decides(folder.getFileName().toString())) build(folder, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void build(Path folder, Path classes) throws IOException {
    List<Path> files = RuleCompiler.files(folder);
    String decision = RuleCompiler.decision(files);
    String drl = RuleCompiler.drl(files);
    InternalKieModule module =
        RuleCompiler.inOurLoader(() -> RuleCompiler.module(decision, drl, decision + "-build"));
    String model = "";
    for (String name : module.getFileNames()) {
      if (name.endsWith("drools-model"))
        model = lastLine(new String(module.getBytes(name), StandardCharsets.UTF_8));
      if (!name.endsWith(".class") || !name.startsWith("rules/")) continue;
      Path file = classes.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, module.getBytes(name));
    }
    Path description = classes.resolve(BuiltRules.description(decision));
    Files.createDirectories(description.getParent());
    Files.writeString(
        description,
        "%s=%s%n%s=%s%n"
            .formatted(BuiltRules.DIGEST, BuiltRules.digest(drl), BuiltRules.MODEL, model));
  }

  /** Drools' list of models: a line with its version, then one model per package. */
  private static String lastLine(String models) {
    return models.strip().replaceFirst("(?s).*\\R", "");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
    }
  }
}
