package org.feierabend.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules as the build compiled them ({@link RuleBuild}). They are used only while the rule files
 * still say the same, word for word; comments and spaces do not count.
 */
final class BuiltRules {
  static final String DIGEST = "digest";
  static final String MODEL = "model";

  private BuiltRules() {}

  static String description(String decision) {
    return "META-INF/feierabend/rules-%s.properties".formatted(decision);
  }

  /**
   * @param drl what would be compiled otherwise
   */
  static Optional<KieBase> of(String decision, String drl) {
    Properties built = described(decision);
    if (!digest(drl).equals(built.getProperty(DIGEST))) return Optional.empty();
    return Optional.of(
        RuleCompiler.inOurLoader(
            () -> KieBaseBuilder.createKieBaseFromModel(model(built.getProperty(MODEL)))));
  }

  static String digest(String drl) {
    try {
      byte[] bytes = drl.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static Properties described(String decision) {
    Properties built = new Properties();
    try (InputStream in =
        BuiltRules.class.getClassLoader().getResourceAsStream(description(decision))) {
      if (in != null) built.load(in);
      return built;
    } catch (IOException e) {
      throw new IllegalStateException(
          "The jar of the rule book is broken at %s.".formatted(description(decision)), e);
    }
  }

  private static Model model(String name) {
    try {
      return (Model) Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The jar of the rule book names the class %s and does not have it.".formatted(name), e);
    }
  }
}
