package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feierabend.channels.http.ExtAuthzResource;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/openapi.yaml is the list of what the server answers, no more and no less. */
class ApiDescriptionTest {
  private static final Pattern PATH = Pattern.compile("  (/[^:]*):.*");
  private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete):.*");

  private static final Pattern AGREED =
      Pattern.compile("/api/v1/(policies|signatures|audit|telework|me/telework|measures)(/.*)?");

  private static Set<String> served() {
    Set<String> served = new TreeSet<>();
    for (Application part :
        List.of(
            new Api(),
            new AccessApi(),
            new DataApi(),
            new ScimApi(),
            new MatrixApi(),
            new WellKnown())) {
      String base = part.getClass().getAnnotation(ApplicationPath.class).value();
      for (Class<?> type : part.getClasses())
        if (type.isAnnotationPresent(Path.class))
          for (Method method : type.getMethods())
            for (Annotation a : method.getAnnotations()) {
              HttpMethod verb = a.annotationType().getAnnotation(HttpMethod.class);
              if (verb == null || Set.of("OPTIONS", "HEAD").contains(verb.value())) continue;
              if (anyMethod(type, verb.value())) continue;
              Path below = method.getAnnotation(Path.class);
              served.add(
                  line(
                      verb.value(),
                      base
                          + "/"
                          + type.getAnnotation(Path.class).value()
                          + "/"
                          + (below == null ? "" : below.value())));
            }
    }
    return served;
  }

  private static Set<String> described() throws IOException {
    Set<String> described = new TreeSet<>();
    String path = "";
    for (String line :
        Files.readAllLines(
            java.nio.file.Path.of(System.getProperty("feierabend.home"), "docs/openapi.yaml"))) {
      Matcher p = PATH.matcher(line);
      Matcher m = METHOD.matcher(line);
      if (p.matches()) path = p.group(1);
      else if (m.matches()) described.add(line(m.group(1), path));
    }
    return described;
  }

  /** What a proxy asks is answered whatever the method; one of them is described. */
  private static boolean anyMethod(Class<?> type, String verb) {
    return type.equals(ExtAuthzResource.class) && !verb.equals("GET");
  }

  /** Names of parameters are no difference. */
  private static String line(String verb, String path) {
    return verb.toUpperCase(Locale.ROOT)
        + " "
        + path.replaceAll("/?\\{[^{}]*(\\{[^}]*\\}[^{}]*)*\\}", "/{}")
            .replaceAll("/+", "/")
            .replaceAll("(?<=.)/$", "");
  }

  @Test
  void every_path_and_method_is_described_and_nothing_else_is() throws IOException {
    assertEquals(
        String.join("\n", served()),
        String.join("\n", described()),
        "docs/openapi.yaml (second) must name what the server answers (first); describe new paths with an example");
  }

  /** What both sides sign, agree on and account for: every body has an example. */
  @Test
  void whoever_signs_or_agrees_by_api_finds_an_example_of_every_question_and_answer()
      throws IOException {
    Map<?, ?> paths =
        (Map<?, ?>)
            new Yaml(new SafeConstructor(new LoaderOptions()))
                .<Map<?, ?>>load(
                    Files.readString(
                        java.nio.file.Path.of(
                            System.getProperty("feierabend.home"), "docs/openapi.yaml")))
                .get("paths");
    Set<String> without = new TreeSet<>();
    paths.forEach(
        (path, methods) -> {
          if (AGREED.matcher((String) path).matches())
            ((Map<?, ?>) methods)
                .forEach(
                    (method, said) -> {
                      if (said instanceof Map<?, ?> operation)
                        bodies(operation)
                            .filter(body -> !hasExamples(body))
                            .forEach(body -> without.add(method + " " + path + ": " + body));
                    });
        });
    assertEquals(Set.of(), without);
  }

  private static Stream<Map<?, ?>> bodies(Map<?, ?> operation) {
    Stream<Map<?, ?>> asked =
        Stream.ofNullable(operation.get("requestBody")).map(b -> (Map<?, ?>) b);
    Stream<Map<?, ?>> answered =
        ((Map<?, ?>) operation.get("responses"))
            .entrySet().stream()
                .filter(r -> r.getKey().toString().matches("2(?!04)[0-9]+"))
                .map(r -> (Map<?, ?>) r.getValue());
    return Stream.concat(asked, answered);
  }

  private static boolean hasExamples(Map<?, ?> body) {
    return body.get("content") instanceof Map<?, ?> content
        && content.values().stream().allMatch(c -> ((Map<?, ?>) c).containsKey("example"));
  }
}
