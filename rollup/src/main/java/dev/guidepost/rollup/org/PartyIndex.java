package dev.guidepost.rollup.org;

import com.google.common.collect.ImmutableListMultimap;
import dev.guidepost.core.id.PartyId;
import java.util.List;
import java.util.Map;

/** Finds parties by their id or by what people call them. */
final class PartyIndex {

  private final ImmutableListMultimap<String, PartyId> byId;
  private final ImmutableListMultimap<String, PartyId> byName;

  PartyIndex(Map<PartyId, String> names) {
    ImmutableListMultimap.Builder<String, PartyId> ids = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<String, PartyId> labels = ImmutableListMultimap.builder();
    names.forEach(
        (party, name) -> {
          ids.put(party.value(), party);
          labels.put(name, party);
        });
    ids.put(Organisation.UNASSIGNED.value(), Organisation.UNASSIGNED);
    byId = ids.build();
    byName = labels.build();
  }

  /** Returns the parties with an id, or else those with a name. */
  List<PartyId> find(String idOrName) {
    List<PartyId> found = byId.get(idOrName);
    return found.isEmpty() ? byName.get(idOrName) : found;
  }
}
