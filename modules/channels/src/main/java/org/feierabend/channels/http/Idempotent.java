package org.feierabend.channels.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on a method that creates something: a request with a header {@code Idempotency-Key} is done
 * once and, sent again within a day, answered as the first time (with {@code Idempotency-Replayed:
 * true}). The same key with another body is 422, while the first is at work 409. A request without
 * the header is done each time. Answers have to be a {@link View} or empty; only those that
 * succeeded are kept.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
