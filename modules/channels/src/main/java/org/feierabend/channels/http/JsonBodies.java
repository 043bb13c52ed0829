package org.feierabend.channels.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes every view of ours with {@link Json#MAPPER}, whatever other JSON provider is about. */
@Provider
@Produces({"application/json", "application/problem+json"})
public class JsonBodies implements MessageBodyWriter<Object> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return !CharSequence.class.isAssignableFrom(type)
        && type != byte[].class
        && !jakarta.ws.rs.core.StreamingOutput.class.isAssignableFrom(type)
        && !java.io.InputStream.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Object view,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(Json.MAPPER.writeValueAsBytes(view));
  }
}
