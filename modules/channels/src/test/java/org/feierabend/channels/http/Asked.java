package org.feierabend.channels.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Language;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/** The decision API of a town, without a server. Strings use ' for ". */
final class Asked {
  private static final WeekKey KEY = new WeekKey(new byte[32]);

  private final Town town;
  private final Caller caller;
  String cacheControl;

  Asked(Town town, Caller caller) {
    this.town = town;
    this.caller = caller;
  }

  JsonNode one(String request) {
    return shown(door().evaluation(tree(request)));
  }

  JsonNode many(String request) {
    return shown(door().evaluations(tree(request), Language.EN));
  }

  JsonNode opa(String request) {
    return shown(door().data(tree(request)));
  }

  /** The answer's headers to those given, named without X-Contact-. */
  Map<String, String> headers(Map<String, String> given) {
    AccessDoor.Served<EvaluationView> served =
        door().headers(new ContactHeaders(name -> given.get(name.substring(10))));
    shown(served);
    return ContactHeaders.told(served.view());
  }

  private AccessDoor door() {
    return new AccessDoor(
        caller,
        town,
        policy -> town,
        town,
        (e, p, at) -> p.facts(),
        Asked::offHours,
        Desk.of(town),
        keys(),
        (channel, now) -> {},
        employer -> Town.NOW);
  }

  private static AlertVerdict offHours(AlertFacts facts) {
    return facts.offHours()
        ? new AlertVerdict.Remind(
            List.of(
                new Reason(
                    "own-sending",
                    new Sentence("Sie haben frei.", "You are off."),
                    "DV",
                    Reason.RestsOn.AGREEMENT)))
        : new AlertVerdict.Silent(List.of());
  }

  private JsonNode shown(AccessDoor.Served<?> served) {
    cacheControl = served.cacheControl();
    return Json.MAPPER.valueToTree(served.view());
  }

  static JsonNode tree(String json) {
    try {
      return Json.MAPPER.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static WeekKeys keys() {
    return new WeekKeys() {
      @Override
      public WeekKey openOrCreate(EmployerId employer, IsoWeek week) {
        return KEY;
      }

      @Override
      public Optional<WeekKey> find(EmployerId employer, IsoWeek week) {
        return Optional.of(KEY);
      }

      @Override
      public void destroy(EmployerId employer, IsoWeek week) {}
    };
  }
}
