package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;
import static dev.guidepost.examples.fuzz.FuzzTarget.requireMessage;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.guidepost.examples.state.Json;
import dev.guidepost.examples.state.Kept;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** States as a host may have kept them, with mistakes in the JSON. */
final class States {
  private States() {}

  static <T, S> FuzzTarget target(Kept<T, S> kept) {
    String valid;
    try {
      valid = Json.write(kept.kept());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return new FuzzTarget("state-" + kept.name(), List.of(valid), json -> takes(kept, json));
  }

  private static <T, S> boolean takes(Kept<T, S> kept, String json) throws Exception {
    S state;
    try {
      state = Json.read(json, kept.type());
    } catch (JsonProcessingException refused) {
      return false; // the mapper's own answer, also where a record refuses to be made
    }
    if (state == null) {
      return false;
    }
    T value;
    try {
      value = kept.of().apply(state);
    } catch (IllegalArgumentException refused) {
      requireMessage(refused);
      return false;
    } catch (NullPointerException refused) {
      require(lacks(state), "null must be refused only where there is one", state, refused);
      return false;
    }
    S again = kept.state().apply(value);
    require(kept.state().apply(kept.of().apply(again)).equals(again), "must stay", again);
    require(Json.read(Json.write(again), kept.type()).equals(again), "must come back", again);
    return true;
  }

  /** Tells whether a part of a state is missing. */
  private static boolean lacks(Object state) throws ReflectiveOperationException {
    if (state == null) {
      return true;
    }
    if (state instanceof List<?> list) {
      for (Object part : list) {
        if (lacks(part)) {
          return true;
        }
      }
    }
    if (state.getClass().isRecord()) {
      for (RecordComponent part : state.getClass().getRecordComponents()) {
        if (lacks(part.getAccessor().invoke(state))) {
          return true;
        }
      }
    }
    return false;
  }
}
