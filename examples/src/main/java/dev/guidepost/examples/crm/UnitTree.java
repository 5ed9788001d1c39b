package dev.guidepost.examples.crm;

import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The units that people stand in, by their path of names from below the company down.
 *
 * <p>The id of a unit is its level and name, such as {@code team:North}. Where one name stands
 * under several parents at one level, the path is part of the id of each: {@code team:East/North}.
 */
final class UnitTree {

  /** The id of the unit above all others. */
  static final UnitId ROOT = UnitId.of("company");

  private final List<String> levels;
  private final Set<List<String>> paths = new LinkedHashSet<>();

  /**
   * Creates a tree of the company alone.
   *
   * @param levels the names of the levels below it, from the top down
   */
  UnitTree(List<String> levels) {
    this.levels = levels;
  }

  /**
   * Returns the longest id a unit may get, to find out early that it can be one.
   *
   * @param path its name after those above it
   * @return the id
   * @throws IllegalArgumentException if it is too long or holds control characters
   */
  UnitId longId(List<String> path) {
    return UnitId.of(levels.get(path.size() - 1) + ":" + String.join("/", path));
  }

  /** Takes a unit and all above it. */
  void add(List<String> path) {
    for (int depth = 1; depth <= path.size(); depth++) {
      paths.add(List.copyOf(path.subList(0, depth)));
    }
  }

  /**
   * Declares all units.
   *
   * @param organisation where to declare them
   * @return the ids by path
   * @throws ImportException if two units would get one id
   */
  Map<List<String>, UnitId> declare(Organisation.Builder organisation) {
    Map<String, List<List<String>>> byName = new LinkedHashMap<>();
    paths.forEach(path -> byName.computeIfAbsent(shortId(path), id -> new ArrayList<>()).add(path));
    Map<List<String>, UnitId> ids = new LinkedHashMap<>();
    ids.put(List.of(), ROOT);
    for (List<String> path : paths) {
      String id = shortId(path);
      boolean alone = byName.getOrDefault(id, List.of()).size() == 1;
      UnitId unit = alone ? UnitId.of(id) : longId(path);
      if (ids.containsValue(unit)) {
        throw new ImportException("units must have different ids, but two are " + unit);
      }
      ids.put(path, unit);
      String name = path.get(path.size() - 1);
      UnitId parent = ids.getOrDefault(path.subList(0, path.size() - 1), ROOT);
      organisation.unit(unit, name, levels.get(path.size() - 1), parent);
    }
    return ids;
  }

  private String shortId(List<String> path) {
    return levels.get(path.size() - 1) + ":" + path.get(path.size() - 1);
  }
}
