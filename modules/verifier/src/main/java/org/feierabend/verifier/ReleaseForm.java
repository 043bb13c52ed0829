package org.feierabend.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a RELEASE. */
final class ReleaseForm {
  private static final String ID = "(?s).{1,64}";
  private static final String BLOCK_ID = "(?s).{1,90}";
  private static final String KEY = "[a-z0-9-]{1,64}";
  private static final long MANY = 10_000_000;
  private static final long FIGURE = 1L << 40;

  private ReleaseForm() {}

  static Row.Release read(Fields f, Map<String, Object> json) throws Wrong {
    Fields metrics = f.object("metrics");
    List<String> metricKeys = new ArrayList<>();
    for (Fields metric : metrics.objects("list")) {
      metricKeys.add(metric.text("key", KEY));
      metric.number("threshold", 1, 1000);
      metric.words("meaning");
      metric.nothingElse();
    }
    String definition = metrics.text("definition", "[0-9a-f]{64}");
    metrics.nothingElse();
    List<String> indicators = f.texts("indicators");
    f.words("edition");
    f.words("code");
    return new Row.Release(
        f.text("quarter", "[0-9]{4}-Q[1-4]"),
        (int) f.number("k", 1, MANY),
        definition,
        Json.canonical(((Map<?, ?>) json.get("metrics")).get("list")),
        metricKeys,
        indicators,
        f.fraction("sigma2"),
        rho(f.object("rho")),
        units(f.objects("units")),
        blocks(f.objects("blocks"), indicators));
  }

  private static Row.Rho rho(Fields f) throws Wrong {
    Row.Rho rho =
        new Row.Rho(
            f.fraction("year"), f.fraction("week"), f.fraction("spent"), f.fraction("left"));
    f.nothingElse();
    return rho;
  }

  private static List<Row.Unit> units(List<Fields> list) throws Wrong {
    List<Row.Unit> units = new ArrayList<>();
    for (Fields f : list) {
      name(f);
      units.add(
          new Row.Unit(
              f.text("id", ID),
              f.has("parent") ? f.text("parent", ID) : "",
              (int) f.number("staff", 0, MANY)));
      f.nothingElse();
    }
    return units;
  }

  private static List<Row.Block> blocks(List<Fields> list, List<String> indicators) throws Wrong {
    List<Row.Block> blocks = new ArrayList<>();
    for (Fields f : list) {
      name(f);
      Map<String, Long> figures = new TreeMap<>();
      Fields drawn = f.object("figures");
      for (String key : indicators) figures.put(key, drawn.number(key, -FIGURE, FIGURE));
      drawn.nothingElse();
      blocks.add(
          new Row.Block(
              f.text("id", BLOCK_ID),
              f.texts("units"),
              (int) f.number("headcount", 1, 2 * MANY),
              figures));
      f.nothingElse();
    }
    return blocks;
  }

  private static void name(Fields f) throws Wrong {
    Fields name = f.object("name");
    name.words("de");
    name.words("en");
    name.nothingElse();
  }
}
