package org.feierabend.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the canaries were made to do against what was released of them: the noise as it really is.
 * Noise drawn again until it pleases, too little of it, thresholds moved or events counted twice
 * show here. Only blocks named in the truth are looked at.
 *
 * @param truth lines {@code week,block,indicator,count}, kept by the council alone
 */
record CanaryCheck(List<String> truth) implements Check<Row> {
  /** Standard errors an honest ledger passes in all but one case of some 15,000. */
  private static final double FAR = 4;

  private static final int ENOUGH = 30;

  private record Cell(double noise, double sigma2) {}

  @Override
  public Said name() {
    return new Said("Prüfgruppe", "canaries");
  }

  @Override
  public Said run(List<? extends Row> ledger) throws Wrong {
    Map<String, Row> releases = new HashMap<>();
    for (Row row : ledger) if (row.release() != null) releases.put(row.week(), row);
    List<Cell> cells = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < truth.size(); i++)
      if (!truth.get(i).isBlank() && !truth.get(i).startsWith("week,"))
        cells.add(cell(i + 1, truth.get(i), releases, seen));
    return judged(cells);
  }

  private static Cell cell(int line, String text, Map<String, Row> releases, Set<String> seen)
      throws Wrong {
    String[] parts = text.strip().split(",");
    if (parts.length != 4 || !parts[3].matches("[0-9]{1,6}"))
      throw new Wrong(
          "Zeile %d der Wahrheit ist nicht week,block,indicator,count: „%s“",
          "line %d of the truth is not week,block,indicator,count: '%s'", line, text);
    if (!seen.add(parts[0] + "," + parts[1] + "," + parts[2]))
      throw new Wrong(
          "Zeile %d der Wahrheit ist zum zweiten Mal da",
          "line %d of the truth is there a second time", line);
    Row row = releases.get(parts[0]);
    if (row == null)
      throw new Wrong(
          "Woche %s der Wahrheit wurde nicht veröffentlicht",
          "week %s of the truth was not released", parts[0]);
    Set<String> canaries = Partition.canaries(row.release());
    for (Row.Block block : row.release().blocks()) {
      if (!block.id().equals(parts[1])) continue;
      if (!canaries.containsAll(block.units()))
        throw new Wrong(
            "in Block „%s“ sind wirkliche Personen", "block '%s' holds real people", parts[1]);
      Long released = block.figures().get(parts[2]);
      if (released == null)
        throw new Wrong("%s hat keine Zahl „%s“", "%s has no figure '%s'", parts[0], parts[2]);
      return new Cell(released - Long.parseLong(parts[3]), row.release().sigma2().value());
    }
    throw new Wrong(
        "Woche %s hat keinen Block „%s“", "week %s has no block '%s'", parts[0], parts[1]);
  }

  private static Said judged(List<Cell> cells) throws Wrong {
    if (cells.isEmpty())
      throw new Wrong("die Wahrheit nennt keine Zahl", "the truth names no figure");
    double mean = 0;
    double squares = 0;
    double claimed = 0;
    for (Cell cell : cells) {
      mean += cell.noise() / Math.sqrt(cell.sigma2()) / cells.size();
      squares += cell.noise() * cell.noise() / cell.sigma2() / cells.size();
      claimed += cell.sigma2() / cells.size();
    }
    Said found =
        Said.of(
            "%d Zahlen mit bekannter Wahrheit: sigma ist %.2f, zugesagt %.2f; Mittel des Rauschens %.2f",
            "%d figures of known truth: sigma is %.2f, claimed %.2f; mean of the noise %.2f",
            cells.size(),
            Math.sqrt(squares * claimed),
            Math.sqrt(claimed),
            mean * Math.sqrt(claimed));
    double n = cells.size();
    if (Math.abs(squares - 1) > FAR * Math.sqrt(2 / n) || Math.abs(mean) > FAR / Math.sqrt(n))
      throw new Wrong(
          "%s; das ist nicht das Rauschen, das zugesagt war",
          "%s; that is not the noise that was promised", found);
    return n < ENOUGH
        ? found.plus("; zu wenige, um viel zu sagen", "; too few to say much")
        : found;
  }
}
