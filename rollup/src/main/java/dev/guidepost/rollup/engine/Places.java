package dev.guidepost.rollup.engine;

import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The slots of units by day: a unit has another one from the day on which it, or a unit above it,
 * gets another parent. Organised on a date there is one for good.
 */
final class Places {

  private static final int UNKNOWN = -2;

  /** By unit the last slot that was made of it. */
  private final int[] last;

  private final Stays[] stays;

  private Places(int units) {
    last = new int[units];
    Arrays.fill(last, Nodes.NONE);
    stays = new Stays[units];
  }

  /** Finds the places of all units. */
  static Places of(Nodes nodes, Optional<LocalDate> organisedOn, Slots slots) {
    Places places = new Places(nodes.units());
    boolean[] all = new boolean[nodes.units()];
    Arrays.fill(all, true);
    places.find(nodes, organisedOn, slots, all);
    return places;
  }

  /**
   * Finds the places of some units in another organisation.
   *
   * @param nodes the nodes of the other organisation
   * @param organisedOn the date on which all is organised
   * @param slots takes slots that are new
   * @param codes by unit of this one its code in the other, {@link Nodes#NONE} if it lacks it
   * @param moved by unit of the other whether it may stand elsewhere
   * @return the places of all units of the other
   */
  Places over(
      Nodes nodes, Optional<LocalDate> organisedOn, Slots slots, int[] codes, boolean[] moved) {
    Places places = new Places(nodes.units());
    for (int unit = 0; unit < stays.length; unit++) {
      if (codes[unit] != Nodes.NONE) {
        places.stays[codes[unit]] = stays[unit];
        places.last[codes[unit]] = last[unit];
      }
    }
    places.find(nodes, organisedOn, slots, moved);
    return places;
  }

  private void find(Nodes nodes, Optional<LocalDate> organisedOn, Slots slots, boolean[] wanted) {
    List<LocalDate> days = new ArrayList<>(List.of(organisedOn.orElse(LocalDate.MIN)));
    if (organisedOn.isEmpty()) {
      days.addAll(nodes.organisation().treeChanges());
    }
    Stays.Steps[] steps = new Stays.Steps[stays.length];
    for (int i = 0; i < days.size(); i++) {
      long from = i == 0 ? Stays.ALWAYS : days.get(i).toEpochDay();
      int[] now = new int[stays.length];
      for (int unit = 0; unit < now.length; unit++) {
        now[unit] = wanted[unit] ? UNKNOWN : stays[unit].at(from);
      }
      Walk walk = new Walk(nodes, days.get(i), slots, now);
      for (int unit = 0; unit < now.length; unit++) {
        if (wanted[unit]) {
          steps[unit] = steps[unit] == null ? new Stays.Steps() : steps[unit];
          steps[unit].add(from, walk.place(unit));
        }
      }
    }
    for (int unit = 0; unit < stays.length; unit++) {
      if (wanted[unit]) {
        stays[unit] = steps[unit].all();
      }
    }
  }

  /** The way up from units on one day, which ends where the place of a unit is known. */
  private final class Walk {
    private final Nodes nodes;
    private final LocalDate day;
    private final Slots slots;
    private final int[] now;
    private final int[] way;

    Walk(Nodes nodes, LocalDate day, Slots slots, int[] now) {
      this.nodes = nodes;
      this.day = day;
      this.slots = slots;
      this.now = now;
      way = new int[now.length];
    }

    int place(int unit) {
      int length = 0;
      int at = unit;
      while (at != Nodes.NONE && now[at] == UNKNOWN) {
        way[length++] = at;
        at = parent(at);
      }
      int place = at == Nodes.NONE ? Nodes.NONE : now[at];
      while (length > 0) {
        int below = way[--length];
        place = slots.below(place, below, last[below]);
        last[below] = Math.max(last[below], place);
        now[below] = place;
      }
      return place;
    }

    private int parent(int unit) {
      Organisation organisation = nodes.organisation();
      return organisation
          .parent((UnitId) nodes.all().get(unit), day)
          .map(nodes::code)
          .orElse(Nodes.NONE);
    }
  }

  /** Returns the place of a unit on a day. */
  int at(int unit, long day) {
    return stays[unit].at(day);
  }

  /** Returns the places of a unit. */
  Stays of(int unit) {
    return stays[unit];
  }
}
