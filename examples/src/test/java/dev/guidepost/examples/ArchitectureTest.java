package dev.guidepost.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The floors and rooms of the house: arrows only point down, and inside a floor only back. */
@AnalyzeClasses(packages = "dev.guidepost", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.guidepost.";

  /** From the ground up: a floor uses only floors before it. */
  private static final List<String> FLOORS = List.of("core", "rollup", "targets", "examples");

  /** A room uses only rooms before it on its floor; a new room takes its place here. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "core",
          List.of(
              "style",
              "id",
              "quantity",
              "explain",
              "time",
              "stat",
              "metric",
              "fact",
              "measure",
              "closing",
              "people",
              "territory",
              "credit",
              "record",
              "practice",
              "feed",
              "goal",
              "agreement",
              "clarity",
              "control"),
          "rollup",
          List.of(
              "org",
              "engine",
              "cube",
              "change",
              "attainment",
              "factor",
              "variance",
              "balance",
              "control"),
          "targets",
          List.of(
              "rates",
              "funnel",
              "outlook",
              "evidence",
              "pipeline",
              "coverage",
              "reach",
              "plan",
              "planning",
              "allocation",
              "effort",
              "scenario",
              "review"));

  /** Without this, every rule below could hold by having seen nothing. */
  @ArchTest
  static void everyPackageIsSeen(JavaClasses classes) throws IOException {
    Set<String> written = new TreeSet<>();
    for (String floor : FLOORS) {
      Path sources = Path.of(System.getProperty("basedir", "."), "..", floor, "src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> sources.relativize(file.getParent()))
            .filter(folder -> !folder.toString().isEmpty())
            .map(folder -> folder.toString().replace(folder.getFileSystem().getSeparator(), "."))
            .forEach(written::add);
      }
    }
    Set<String> seen =
        classes.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(written, seen);
  }

  @ArchTest
  static void floorsUseOnlyFloorsBelow(JavaClasses classes) {
    none(
        "floors used from below",
        dependencies(
            classes,
            dependency -> {
              int from = FLOORS.indexOf(floor(dependency.getOriginClass()));
              int to = FLOORS.indexOf(floor(dependency.getTargetClass()));
              return to > from;
            }));
  }

  @ArchTest
  static void roomsUseOnlyRoomsBefore(JavaClasses classes) {
    none("rooms used too early", dependencies(classes, ArchitectureTest::pointsForward));
  }

  @ArchTest
  static void everyRoomHasItsPlace(JavaClasses classes) {
    none(
        "rooms without a place in the order",
        classes.stream()
            .filter(type -> ROOMS.containsKey(floor(type)))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> room(type).filter(ROOMS.get(floor(type))::contains).isEmpty())
            .map(JavaClass::getName));
  }

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    none(
        "packages that are not null-marked",
        classes.stream()
            .map(JavaClass::getPackage)
            .filter(room -> !room.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(room -> room.getName()));
  }

  private static boolean pointsForward(Dependency dependency) {
    String floor = floor(dependency.getOriginClass());
    if (!ROOMS.containsKey(floor) || !floor.equals(floor(dependency.getTargetClass()))) {
      return false;
    }
    List<String> rooms = ROOMS.get(floor);
    int from = room(dependency.getOriginClass()).map(rooms::indexOf).orElse(-1);
    int to = room(dependency.getTargetClass()).map(rooms::indexOf).orElse(-1);
    return to > from;
  }

  private static Stream<String> dependencies(JavaClasses classes, Predicate<Dependency> unwanted) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
        .filter(unwanted)
        .map(Dependency::getDescription);
  }

  private static String floor(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.", -1)[0];
  }

  private static Optional<String> room(JavaClass type) {
    String[] parts = type.getPackageName().substring(ROOT.length()).split("\\.", -1);
    return parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
  }

  private static void none(String what, Stream<String> found) {
    assertEquals(Set.of(), found.collect(Collectors.toCollection(TreeSet::new)), what);
  }
}
