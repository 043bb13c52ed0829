package org.feierabend.decision;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.StretchKind;

/**
 * The cells of a table by column, one row for each kind of stretch: who holds the row finds a cell
 * without hashing the question.
 */
final class KnownCells {
  private static final int STEP = 16; // rows grow by as many places

  /** Reading takes no lock: cells are immutable, and a reader who misses one asks the table. */
  final class Row {
    private final StretchKind kind;
    private volatile Cell[] cells = new Cell[STEP];

    private Row(StretchKind kind) {
      this.kind = kind;
    }

    Cell cell(int column, ContactClass contact, Surroundings around) {
      Cell[] known = cells;
      Cell cell = column < known.length ? known[column] : null;
      return cell != null ? cell : learn(column, table.cell(kind, contact, around));
    }

    private synchronized Cell learn(int column, Cell cell) {
      Cell[] wider =
          column < cells.length ? cells : Arrays.copyOf(cells, (column / STEP + 1) * STEP);
      wider[column] = cell;
      cells = wider;
      return cell;
    }
  }

  private final DecisionTable table;
  private final ConcurrentMap<StretchKind, Row> rows = new ConcurrentHashMap<>();

  KnownCells(DecisionTable table) {
    this.table = table;
  }

  /** Every kind of stretch that was met. */
  Set<StretchKind> kinds() {
    return Set.copyOf(rows.keySet());
  }

  Row row(StretchKind kind) {
    return rows.computeIfAbsent(kind, Row::new);
  }
}
