package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * Comes before the one of the JSON provider, which answers in plain text and with names of classes.
 */
@Provider
@Priority(1)
public class OtherJsonMapper extends ErrorMapper<JsonMappingException> {}
