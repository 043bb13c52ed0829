package org.feierabend.server;

import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.alert.Alerting;
import org.feierabend.book.Book;
import org.feierabend.book.Books;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.policy.FigureRequest;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PurposeLock;
import org.feierabend.timeline.Almanac;

/** What the house asks, answered by the edition in force at the moment of asking. */
record RulesInForce(RuleBooks books)
    implements Reachabilities, Policies, Minimisation, PurposeLock, Alerting, Books {
  @Override
  public Reachability under(String policy) {
    return books.now().reachabilities.under(policy);
  }

  @Override
  public Policy policy(String name) {
    return books.now().policies.policy(name);
  }

  Almanac almanac(String policy) {
    return books.now().reachabilities.almanac(policy);
  }

  @Override
  public Verdict judge(String eventType, String field) {
    return books.now().minimisation.judge(eventType, field);
  }

  @Override
  public Verdict admit(String eventType, boolean published) {
    return books.now().minimisation.admit(eventType, published);
  }

  @Override
  public Verdict judge(FigureRequest request) {
    return books.now().minimisation.judge(request);
  }

  @Override
  public AlertVerdict judge(AlertFacts facts) {
    return books.now().alerts.judge(facts);
  }

  @Override
  public Book book() {
    return books.now().book;
  }
}
