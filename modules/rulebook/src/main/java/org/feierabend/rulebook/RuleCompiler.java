package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles the rule files of one folder into an executable model; works in a WAR's class loader. A
 * rule file holds rules and nothing else: what its words mean is the same for all of a folder and
 * stands here.
 */
final class RuleCompiler {
  private static final Map<String, String> WORDS =
      Map.of(
          "reachability",
          "package rules.reachability;"
              + " import org.feierabend.contact.Channel;"
              + " import org.feierabend.contact.ContactClass;"
              + " import org.feierabend.contact.ContactKind;"
              + " import org.feierabend.contact.Sender;"
              + " import org.feierabend.contact.Urgency;"
              + " import org.feierabend.decision.Advice;"
              + " import org.feierabend.decision.Exemption;"
              + " import org.feierabend.decision.Protection;"
              + " import org.feierabend.decision.Surroundings;"
              + " import org.feierabend.timeline.StretchKind;"
              + " global org.feierabend.decision.Findings findings; ",
          "minimisation",
          "package rules.minimisation;"
              + " import org.feierabend.policy.FigureRequest;"
              + " import org.feierabend.policy.FigureRequest.About;"
              + " import org.feierabend.rulebook.EventField;"
              + " import org.feierabend.rulebook.EventType;"
              + " global org.feierabend.rulebook.Treatments treatments; ",
          "telework",
          "package rules.telework;"
              + " import org.feierabend.telework.Abroad;"
              + " import org.feierabend.telework.Hint;"
              + " import org.feierabend.telework.TeleworkFacts;"
              + " global org.feierabend.telework.TeleworkFindings findings; ");
  private static final Pattern NO_RULE =
      Pattern.compile("(?m)^\\s*(package|import|global|function|declare|query|dialect|unit)\\b");

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

  /** The words in front of the first line, so that errors name the lines of the file. */
  private static byte[] bytes(Path file) {
    String decision = file.getParent().getFileName().toString();
    String words = WORDS.get(decision);
    if (words == null)
      throw new Unreadable(
          file.toString(), "'%s' is no decision: %s".formatted(decision, WORDS.keySet()), null);
    String rules;
    try {
      rules = Files.readString(file);
    } catch (IOException e) {
      throw new Unreadable(file.toString(), "cannot be read: " + e.getMessage(), e);
    }
    Matcher other = NO_RULE.matcher(rules);
    if (other.find())
      throw new Unreadable(
          file.toString(),
          1 + (int) rules.substring(0, other.start(1)).chars().filter(c -> c == '\n').count(),
          "a rule file holds rules only, no '%s'".formatted(other.group(1)));
    return (words + rules).getBytes(StandardCharsets.UTF_8);
  }
}
