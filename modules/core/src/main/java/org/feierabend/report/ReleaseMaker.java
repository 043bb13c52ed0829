package org.feierabend.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/**
 * Makes the rows of the ledger. Noise is drawn here, once for each block and indicator, inside the
 * closing transaction; what leaves is the row.
 */
public final class ReleaseMaker {
  private final LedgerWriter writer;
  private final RandomBits random;
  private final String code;

  /**
   * @param code digest of the running program, so that a reader knows what drew the noise
   */
  public ReleaseMaker(LedgerSigner signer, RandomBits random, String code) {
    writer = new LedgerWriter(signer);
    this.random = Objects.requireNonNull(random, "random");
    this.code = Objects.requireNonNull(code, "code");
  }

  /** The week must not be released; nothing was drawn. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * The RELEASE of one week.
   *
   * @param ledger all rows of this employer so far; must end where {@code head} says
   * @throws Refused when budget, chain or sums do not allow it
   */
  public LedgerRow release(
      EmployerId employer,
      IsoWeek week,
      ReleaseTerms terms,
      BlockPlan plan,
      Sums sums,
      LedgerHead head,
      List<LedgerRow> ledger) {
    LedgerHead known = ledger.isEmpty() ? LedgerHead.EMPTY : ledger.get(ledger.size() - 1).head();
    if (!known.equals(head) || ledger.size() != head.count())
      throw new Refused(
          "The ledger read for the budget has %d rows, but the chain's head is at %d; read it inside the transaction."
              .formatted(ledger.size(), head.count()));
    if (!plan.quarter().equals(week.quarter()))
      throw new Refused(
          "Week %s needs the blocks of %s, but got those of %s."
              .formatted(week, week.quarter(), plan.quarter()));
    Odometer.Charge charge =
        Odometer.of(ledger)
            .charge(week, terms.indicators().size(), terms.sigma2(), terms.rhoYear());
    if (charge instanceof Odometer.Charge.Granted granted)
      return writer.row(
          LedgerRow.Type.RELEASE,
          employer,
          Optional.of(week),
          head,
          fields(terms, plan, sums, granted));
    throw new Refused(((Odometer.Charge.Refused) charge).why());
  }

  /** Says that key, tables and topics of a released week are gone. */
  public LedgerRow destroyed(
      EmployerId employer, IsoWeek week, String releaseHash, LedgerHead head) {
    return writer.row(
        LedgerRow.Type.DESTROYED,
        employer,
        Optional.of(week),
        head,
        Map.of("release", releaseHash, "destroyed", List.of("key", "tables", "topics")));
  }

  /** Says that a release was wrong: it stays spent, is shown no more and is never repeated. */
  public LedgerRow withdrawn(
      EmployerId employer, IsoWeek week, String releaseHash, String reason, LedgerHead head) {
    return writer.row(
        LedgerRow.Type.WITHDRAWN,
        employer,
        Optional.of(week),
        head,
        Map.of("release", releaseHash, "reason", reason));
  }

  private Map<String, Object> fields(
      ReleaseTerms terms, BlockPlan plan, Sums sums, Odometer.Charge.Granted rho) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("quarter", plan.quarter());
    json.put("k", plan.k());
    json.put("edition", terms.edition());
    json.put("code", code);
    json.put(
        "metrics",
        Map.of(
            "definition", Metrics.definition(terms.indicators()),
            "list", Metrics.list(terms.indicators())));
    json.put("indicators", terms.indicators().stream().map(Indicator::key).toList());
    json.put("sigma2", terms.sigma2().toString());
    json.put(
        "rho",
        Map.of(
            "year", terms.rhoYear().toString(),
            "week", rho.week().toString(),
            "spent", rho.spent().toString(),
            "left", rho.left().toString()));
    json.put("units", BlockPlanJson.units(plan));
    json.put("blocks", blocks(terms, plan, sums));
    return json;
  }

  private List<Map<String, Object>> blocks(ReleaseTerms terms, BlockPlan plan, Sums sums) {
    if (sums.byBlock().keySet().stream().anyMatch(b -> b < 0 || b >= plan.blocks().size()))
      throw new Refused(
          "There are sums for a block the plan of %s does not have.".formatted(plan.quarter()));
    DiscreteGaussian noise = new DiscreteGaussian(terms.sigma2(), random);
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (int b = 0; b < plan.blocks().size(); b++) {
      BlockPlan.Block block = plan.blocks().get(b);
      Map<String, Object> figures = new LinkedHashMap<>();
      for (Indicator indicator : terms.indicators()) {
        int sum = sums.of(b, indicator);
        if (sum < 0
            || sum > block.headcount()) // the number itself is unnoised: it must not be told
        throw new Refused(
              "The sum for block %s and %s is not between 0 and its headcount; the tally is broken."
                  .formatted(block.id(), indicator.key()));
        figures.put(indicator.key(), Math.addExact((long) sum, noise.draw().longValueExact()));
      }
      Map<String, Object> json = BlockPlanJson.block(block);
      json.put("figures", figures);
      blocks.add(json);
    }
    return blocks;
  }
}
