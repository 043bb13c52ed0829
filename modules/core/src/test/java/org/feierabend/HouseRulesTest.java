package org.feierabend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What Maven cannot see. A guard counts only once it has been seen to fail. */
@AnalyzeClasses(packages = "org.feierabend", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime");

  @ArchTest
  static final ArchRule time_is_an_argument =
      noClasses()
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaAccess<?>>("reads a clock") {
                @Override
                public boolean test(JavaAccess<?> call) {
                  String owner = call.getTargetOwner().getName();
                  boolean javaTime = owner.startsWith("java.time.");
                  return (javaTime || owner.equals("java.lang.System"))
                      && (CLOCKS.contains(call.getTarget().getName())
                          || (owner.equals("java.time.Clock")
                              && call.getTarget().getName().startsWith("system")));
                }
              })
          .because(
              "timelines must be testable in a millisecond; take the instant as an argument, only the edge owns a clock");

  @ArchTest
  static final ArchRule core_knows_java_alone =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("org.feierabend..", "java..", "javax.crypto..")
                  .or(
                      new DescribedPredicate<JavaClass>("primitives and their arrays") {
                        @Override
                        public boolean test(JavaClass type) {
                          return type.getBaseComponentType().isPrimitive();
                        }
                      }))
          .because(
              "rules of the field must outlive every framework; put Jakarta, Drools or JDBC behind a port");

  @ArchTest
  static final ArchRule packages_form_no_circle =
      slices()
          .matching("org.feierabend.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a circle cannot be read from either end; move the shared word down a package");
}
