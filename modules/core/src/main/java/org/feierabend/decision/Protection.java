package org.feierabend.decision;

/** What a rule protects, strongest layer first; within a layer what is told first. */
public enum Protection {
  /** A fact is missing or in doubt; nothing exempts from not knowing. */
  UNKNOWN(Layer.LAW),
  ABSENCE(Layer.LAW),
  MINOR(Layer.LAW),
  SHELTERED(Layer.LAW),
  DAILY_REST(Layer.LAW),
  CALL_OUT_REST(Layer.LAW),
  WEEKLY_REST(Layer.LAW),
  SUNDAY_OR_HOLIDAY(Layer.LAW),
  TARIFF_DAY(Layer.COLLECTIVE_AGREEMENT),
  DAY_OFF(Layer.SERVICE_AGREEMENT),
  MEETING_BREAK(Layer.SERVICE_AGREEMENT),
  WINDOW(Layer.SERVICE_AGREEMENT),
  /** Where people are not expected: protects from meetings alone. */
  CORE(Layer.SERVICE_AGREEMENT),
  FOCUS(Layer.PERSON);

  private final Layer layer;

  Protection(Layer layer) {
    this.layer = layer;
  }

  public Layer layer() {
    return layer;
  }
}
