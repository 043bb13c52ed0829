package org.feierabend.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/**
 * One published week, as read from its ledger row: all that anybody knows of it.
 *
 * @param noised per block of the plan: indicator → noised count as drawn, which may lie below 0 or
 *     above the headcount
 */
public record PublishedRelease(
    EmployerId employer,
    IsoWeek week,
    String edition,
    BlockPlan plan,
    List<Indicator> indicators,
    Rational sigma2,
    Rational rhoYear,
    List<Map<Indicator, Long>> noised,
    String hash) {

  public PublishedRelease {
    indicators = List.copyOf(indicators);
    noised = List.copyOf(noised);
  }

  /** Reads a RELEASE row; fails with the row's number on any other. */
  public static PublishedRelease read(LedgerRow row) {
    try {
      return read(new JsonFields(JsonReader.object(row.json())));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Ledger row %d of type %s is no readable RELEASE.".formatted(row.seq(), row.type()), e);
    }
  }

  private static PublishedRelease read(JsonFields json) {
    if (!json.text("type").equals("RELEASE"))
      throw new IllegalArgumentException("The type is " + json.text("type") + ".");
    List<Indicator> indicators =
        json.texts("indicators").stream().map(PublishedRelease::known).toList();
    List<Map<Indicator, Long>> noised = new ArrayList<>();
    for (JsonFields block : json.objects("blocks")) {
      Map<Indicator, Long> figures = new EnumMap<>(Indicator.class);
      for (Indicator i : indicators) figures.put(i, block.object("figures").number(i.key()));
      noised.add(figures);
    }
    return new PublishedRelease(
        new EmployerId(json.text("employer")),
        IsoWeek.parse(json.text("week")),
        json.text("edition"),
        BlockPlanJson.read(json.json()),
        indicators,
        Rational.parse(json.text("sigma2")),
        Rational.parse(json.object("rho").text("year")),
        noised,
        json.text("hash"));
  }

  private static Indicator known(String key) {
    return Indicator.byKey(key)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no indicator '%s'.".formatted(key)));
  }
}
