package org.feierabend.launcher.replay;

/**
 * Units for files that have none: unit = number modulo how many units, four units a department.
 * Made up, the same each time, and said so in what the replay prints.
 */
final class Units {
  static final int PER_DEPARTMENT = 4;
  private static final String ROOT = "house";

  private final int count;

  Units(int count) {
    this.count = count;
  }

  void addTo(EmployerDocument document) {
    document.unit(ROOT, "Ganzes Haus", "Whole house", null);
    for (int d = 0; d * PER_DEPARTMENT < count; d++)
      document.unit(department(d), "Bereich " + (d + 1), "Department " + (d + 1), ROOT);
    for (int u = 0; u < count; u++)
      document.unit(id(u), "Einheit " + (u + 1), "Unit " + (u + 1), department(u / PER_DEPARTMENT));
  }

  String of(int person) {
    return id(person % count);
  }

  private static String id(int unit) {
    return "unit-%02d".formatted(unit + 1);
  }

  private static String department(int department) {
    return "department-%d".formatted(department + 1);
  }
}
