package dev.guidepost.targets.review;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.rollup.org.Organisation;
import java.util.List;

/** What parties are called in a review: by name, with the id where others share it. */
record Names(Organisation organisation, List<PersonId> people) {

  String of(PartyId party) {
    if (!organisation.contains(party)) {
      return party.value();
    }
    String name = organisation.name(party);
    boolean shared =
        people.stream()
            .anyMatch(other -> !other.equals(party) && organisation.name(other).equals(name));
    return shared ? name + " (" + party + ")" : name;
  }
}
