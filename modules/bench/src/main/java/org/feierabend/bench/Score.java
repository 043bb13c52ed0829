package org.feierabend.bench;

import java.util.Arrays;

/** Several measurements of one thing. */
record Score(double least, double mean, double most) {
  Score {
    if (!(least <= mean && mean <= most))
      throw new IllegalArgumentException(
          "A mean lies between least and most, but got %s, %s, %s.".formatted(least, mean, most));
  }

  static Score of(double... measured) {
    double mean = Arrays.stream(measured).average().orElseThrow();
    double least = Arrays.stream(measured).min().orElseThrow();
    double most = Arrays.stream(measured).max().orElseThrow();
    return new Score(least, Math.min(most, Math.max(least, mean)), most);
  }

  /** Round by round, for what was measured in turns: both had the same other work beside them. */
  static Score ofRatios(double[] some, double[] others) {
    double[] ratios = new double[some.length];
    for (int i = 0; i < ratios.length; i++) ratios[i] = some[i] / others[i];
    return of(ratios);
  }

  static Score exactly(double value) {
    return new Score(value, value, value);
  }

  /** From the least over the most to the most over the least. */
  Score over(Score other) {
    return new Score(least / other.most, mean / other.mean, most / other.least);
  }

  Score times(double factor) {
    return new Score(least * factor, mean * factor, most * factor);
  }
}
