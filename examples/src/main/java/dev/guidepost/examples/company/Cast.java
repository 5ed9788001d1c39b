package dev.guidepost.examples.company;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Who plays which part. Parts go to at most every second seller, in the order of {@link Part}, and
 * to one team after the other, so that no team's movement is that of its odd ones.
 */
final class Cast {

  /** A part that a seller may play. */
  enum Part {
    CREATION_FALL(true),
    CONVERSION_FALL(true),
    ACTIVITIES_MISSING(true),
    WELL_DONE(true),
    CREATION_FALL_TOO(true),
    LEAVE_SOON(false),
    JOINER(false),
    LEAVER(false),
    MOVER(false),
    NAMESAKE(false),
    LATE_JOINER(false),
    EARLY_JOINER(false);

    /** Whether the seller is at work all through the weeks that matter. */
    final boolean present;

    Part(boolean present) {
      this.present = present;
    }
  }

  private final Map<Part, Integer> sellers = new EnumMap<>(Part.class);

  Cast(CompanySpec spec) {
    SplittableRandom random = Draws.stream(spec.seed(), Draws.Purpose.CAST, 0, 0);
    int rows = spec.sellers() / spec.teams();
    int team = random.nextInt(spec.teams());
    int row = random.nextInt(rows);
    Part[] parts = Part.values();
    for (int k = 0; k < parts.length && k < spec.sellers() / 2; k++) {
      int chosenRow = (row + k / spec.teams()) % rows;
      sellers.put(parts[k], chosenRow * spec.teams() + (team + k) % spec.teams());
    }
  }

  /** Returns the part of a seller, if they play one. */
  Optional<Part> part(int seller) {
    return sellers.entrySet().stream()
        .filter(entry -> entry.getValue() == seller)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Returns who plays a part, or -1 if nobody does. */
  int seller(Part part) {
    return sellers.getOrDefault(part, -1);
  }
}
