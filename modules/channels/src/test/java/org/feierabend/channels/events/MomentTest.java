package org.feierabend.channels.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  private static final String LETTERS = "0123456789-:TZ+. ";

  @Test
  void every_instant_and_every_slip_of_the_pen_is_read_as_java_reads_it() {
    Random random = new Random(24);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text =
          new StringBuilder(
              "%04d-%02d-%02dT%02d:%02d:%02dZ"
                  .formatted(
                      random.nextInt(10_000),
                      random.nextInt(14),
                      random.nextInt(33),
                      random.nextInt(26),
                      random.nextInt(62),
                      random.nextInt(62)));
      if (random.nextInt(4) == 0)
        text.setCharAt(
            random.nextInt(text.length()), LETTERS.charAt(random.nextInt(LETTERS.length())));
      assertEquals(asJava(text.toString()), asMoment(text.toString()), text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-05T18:00:00+01:00", "2026-01-05T18:00Z", "2026-01-05T18:00:00.5Z"})
  void other_forms_are_read_too(String text) {
    assertEquals(OffsetDateTime.parse(text).toInstant(), Moment.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-01-05T18:00:00", "2026-02-30T18:00:00Z", "２０２６-01-05T18:00:00Z"})
  void what_is_no_instant_is_refused(String text) {
    assertThrows(DateTimeException.class, () -> Moment.parse(text));
  }

  private static Optional<Instant> asJava(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> asMoment(String text) {
    try {
      return Optional.of(Moment.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
