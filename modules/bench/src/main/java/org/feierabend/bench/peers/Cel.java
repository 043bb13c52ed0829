package org.feierabend.bench.peers;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.feierabend.decision.Cell.Shape;

/** Google's Common Expression Language: one compiled expression that names the article. */
public final class Cel implements Peer {
  private static final Law[] ARTICLES = Law.values();

  private final CelRuntime.Program program;

  public Cel() {
    CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder();
    for (String word : Situation.WORDS) compiler.addVar(word, SimpleType.BOOL);
    try {
      program = program(compiler.setResultType(SimpleType.INT).build());
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException("CEL does not understand the law: " + e.getMessage(), e);
    }
  }

  private static CelRuntime.Program program(CelCompiler compiler)
      throws CelValidationException, CelEvaluationException {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .build()
        .createProgram(compiler.compile(expression()).getAst());
  }

  private static String expression() {
    StringBuilder all = new StringBuilder();
    for (Law law : ARTICLES)
      if (law != Law.OPEN) all.append(law.text).append(" ? ").append(law.ordinal()).append(" : ");
    return all.append(Law.OPEN.ordinal()).toString();
  }

  @Override
  public Shape decide(Situation situation) {
    CelVariableResolver words = word -> Optional.of(situation.is(word));
    try {
      return ARTICLES[Math.toIntExact((Long) program.eval(words))].shape;
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("CEL gives up on " + situation, e);
    }
  }
}
