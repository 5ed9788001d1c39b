package dev.guidepost.examples.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What any host would do: a mapper as it comes. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** Writes a state. */
  public static String write(Object state) throws JsonProcessingException {
    return MAPPER.writeValueAsString(state);
  }

  /** Reads a state. */
  public static <S> S read(String json, Class<S> type) throws JsonProcessingException {
    return MAPPER.readValue(json, type);
  }
}
