package org.feierabend.channels.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;

/** The one way JSON is written and read here: snake_case, ISO 8601, no nulls. */
public final class Json {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .addModule(words())
          .build();

  private Json() {}

  /** RFC 3339 with the offset of the zone, to the second or millisecond. */
  public static String at(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), zone));
  }

  private static SimpleModule words() {
    SimpleModule module = new SimpleModule("feierabend");
    for (Class<?> type :
        new Class<?>[] {
          Instant.class, LocalDate.class, IsoWeek.class, EmployerId.class, UnitId.class
        }) module.addSerializer(type, ToStringSerializer.instance);
    return module;
  }
}
