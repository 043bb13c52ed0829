package org.feierabend.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PRIVACY 7.2: no rounding and no guessable randomness anywhere near the noise. */
class NoiseGuardTest {
  private static final String BECAUSE =
      "floating point leaks through its gaps and java.util.Random can be predicted; use Rational, BigDecimal and RandomBits";
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(double|float|Double|Float|StrictMath|ThreadLocalRandom|SplittableRandom|Math\\s*\\.\\s*random|java\\.util\\.Random|doubleValue|floatValue)\\b");

  @Test
  void reports_know_no_weak_randomness() {
    JavaClasses report =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.feierabend.report");
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethod(Math.class, "random")
        .because(BECAUSE)
        .check(report);
  }

  @Test
  void reports_have_no_floating_point_not_even_in_a_local_variable() throws IOException {
    Path sources =
        Path.of(System.getProperty("feierabend.home", "../.."))
            .resolve("modules/core/src/main/java/org/feierabend/report");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.sorted().toList()) {
        Matcher m = FORBIDDEN.matcher(withoutComments(Files.readString(file)));
        while (m.find()) found.add(file.getFileName() + ": " + m.group());
      }
    }
    assertEquals(List.of(), found, BECAUSE);
    MeasuredFigures.note("2", "floating point in the reports' source", "0", "0", "all files");
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
  }
}
