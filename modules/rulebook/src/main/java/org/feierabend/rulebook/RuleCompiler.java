package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Makes the rule files of one folder runnable; works in a WAR's class loader. A rule file holds
 * rules and nothing else: what its words mean is the same for all of a folder ({@link Vocabulary}).
 * Rules that the build compiled already are not compiled again ({@link BuiltRules}).
 */
final class RuleCompiler {
  private RuleCompiler() {}

  static List<Path> files(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> files = found.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
      if (files.isEmpty())
        throw new IllegalArgumentException(
            "There is no rule file (*.drl) in %s. Maybe feierabend.home names the wrong directory."
                .formatted(folder));
      return files;
    } catch (IOException e) {
      throw new Unreadable(folder, e);
    }
  }

  /**
   * @param name what the module is called, unique per folder and edition
   */
  static KieBase compile(List<Path> files, String name) {
    String decision = decision(files);
    String drl = drl(files);
    KieBase base = BuiltRules.of(decision, drl).orElseGet(() -> fromDrl(decision, drl, name));
    // the first session looks for Drools' parts once and for all, and must find them in our loader
    inOurLoader(base::newKieSession).dispose();
    return base;
  }

  /** The decision of files of one folder. */
  static String decision(List<Path> files) {
    return files.get(0).toAbsolutePath().getParent().getFileName().toString();
  }

  /** What Drools compiles: printed from what was understood, never the files themselves. */
  static String drl(List<Path> files) {
    String decision = decision(files);
    StringBuilder drl =
        new StringBuilder(Vocabulary.of(decision, files.get(0).toString()).preamble(decision));
    Set<String> names = new HashSet<>();
    for (Path f : files)
      for (RuleSyntax rule : RuleReader.read(f)) {
        if (!names.add(rule.text().name()))
          throw new Unreadable(
              f.toString(), rule.line(), "another file has a rule of this name already");
        drl.append(rule.drl());
      }
    return drl.toString();
  }

  static KieBase fromDrl(String decision, String drl, String name) {
    return inOurLoader(
        () -> {
          ReleaseId release = module(decision, drl, name).getReleaseId();
          KieServices services = KieServices.get();
          KieBase base = services.newKieContainer(release, loader()).getKieBase();
          services.getRepository().removeKieModule(release);
          return base;
        });
  }

  /** The compiled classes of one decision, as the build writes them. */
  static InternalKieModule module(String decision, String drl, String name) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("org.feierabend.rules", name, "1");
    KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
    system.write(
        "src/main/resources/rules/%s/rules.drl".formatted(decision),
        services
            .getResources()
            .newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8"));
    KieBuilder builder = services.newKieBuilder(system, loader());
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty())
      throw new IllegalArgumentException("The rules do not compile: " + errors);
    return (InternalKieModule) builder.getKieModule();
  }

  /** Drools finds its parts through the thread's class loader. */
  static <T> T inOurLoader(java.util.function.Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader loader() {
    return RuleCompiler.class.getClassLoader();
  }
}
