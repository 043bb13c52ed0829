package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles the rule files of one folder into an executable model; works in a WAR's class loader.
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
      throw new Unreadable(folder.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * @param name what the module is called, unique per folder and edition
   */
  static KieBase compile(List<Path> files, String name) {
    ClassLoader ours = RuleCompiler.class.getClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ours); // Drools finds its parts through it
    try {
      return compile(files, name, ours);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static KieBase compile(List<Path> files, String name, ClassLoader ours) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("org.feierabend.rules", name, "1");
    KieFileSystem system = services.newKieFileSystem().generateAndWritePomXML(release);
    for (Path f : files)
      system.write(
          "src/main/resources/rules/%s/%s".formatted(f.getParent().getFileName(), f.getFileName()),
          services.getResources().newByteArrayResource(bytes(f), "UTF-8"));
    KieBuilder builder = services.newKieBuilder(system, ours);
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty())
      throw new IllegalArgumentException("The rules do not compile: " + errors);
    KieBase base = services.newKieContainer(release, ours).getKieBase();
    services.getRepository().removeKieModule(release);
    return base;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unreadable(file.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }
}
