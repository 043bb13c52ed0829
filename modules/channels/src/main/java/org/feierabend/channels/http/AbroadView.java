package org.feierabend.channels.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.feierabend.telework.Crossing;
import org.feierabend.telework.TeleworkLaw;

/**
 * A home in another state, by the days planned for the next twelve months.
 *
 * @param person absent in one's own view
 * @param share as a decimal fraction of the work, cut and not rounded, for people to read
 * @param minutes of telework planned, of {@code of} minutes of the same weeks: exact
 * @param band NO, BELOW_SUBSTANTIAL, SUBSTANTIAL, PREDOMINANT or OUTSIDE
 * @param signed whether both states signed the Framework Agreement
 * @param reasons the exact articles; none where nothing is planned
 */
record AbroadView(
    String person,
    String residence,
    String share,
    long minutes,
    long of,
    int substantial,
    int limit,
    String band,
    boolean signed,
    List<String> hints,
    List<ReasonView> reasons) {
  static AbroadView of(String person, Crossing c, TeleworkLaw law, String edition) {
    return new AbroadView(
        person,
        c.residence(),
        BigDecimal.valueOf(c.ahead().minutes() * 100)
                .divide(BigDecimal.valueOf(c.ahead().of()), 1, RoundingMode.DOWN)
                .toPlainString()
            + " %",
        c.ahead().minutes(),
        c.ahead().of(),
        law.substantial(),
        law.limit(),
        c.abroad().name(),
        c.signed(),
        c.hints().stream().map(Enum::name).sorted().toList(),
        ReasonView.of(c.reasons(), edition));
  }
}
