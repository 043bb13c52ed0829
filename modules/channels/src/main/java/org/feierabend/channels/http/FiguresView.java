package org.feierabend.channels.http;

import java.util.List;
import org.feierabend.people.Unit;

/** A unit with its figures. */
record FiguresView(UnitView unit, List<FigureView> figures) implements View {
  static FiguresView of(Unit unit, List<FigureView> figures) {
    return new FiguresView(new UnitView(unit.id().value(), unit.name()), figures);
  }
}
