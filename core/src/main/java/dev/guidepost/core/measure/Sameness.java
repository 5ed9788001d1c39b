package dev.guidepost.core.measure;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells whether two measurements are equal, in time that grows with how many there are below them,
 * not with the number of ways down: formulas share their inputs, so that over some thirty steps
 * these are billions.
 */
final class Sameness {

  /** What was compared so far; if any two of it differ, so does all that is made of them. */
  private final IdentityHashMap<Measurement, Set<Measurement>> compared = new IdentityHashMap<>();

  /** Tells whether two measurements are equal. */
  boolean same(Measurement one, Measurement other) {
    if (one == other) {
      return true;
    }
    if (one instanceof Measurement.Derived a && other instanceof Measurement.Derived b) {
      return a.hashCode() == b.hashCode()
          && (!isNew(a, b)
              || (a.metric().equals(b.metric())
                  && a.formula().equals(b.formula())
                  && same(a.inputs(), b.inputs())));
    }
    if (one instanceof Measurement.Missing a && other instanceof Measurement.Missing b) {
      return !isNew(a, b) || (a.metric().equals(b.metric()) && same(a.without(), b.without()));
    }
    return one.equals(other);
  }

  private boolean isNew(Measurement one, Measurement other) {
    return compared
        .computeIfAbsent(one, any -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(other);
  }

  private boolean same(List<Measurement> some, List<Measurement> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = same(some.get(i), others.get(i));
    }
    return same;
  }
}
