package dev.guidepost.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the three published modules may do, and what they may show. */
@AnalyzeClasses(
    packages = {"dev.guidepost.core", "dev.guidepost.rollup", "dev.guidepost.targets"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class PublishedCodeTest {
  private static final List<String> IO_PACKAGES =
      List.of("java.io", "java.nio.file", "java.nio.channels", "java.net", "java.sql", "javax.sql");

  /** Methods that start threads of their own or draw on a pool the caller did not hand in. */
  private static final Set<String> THREADS =
      Set.of(
          "java.lang.Thread.<init>",
          "java.lang.Thread.start",
          "java.util.concurrent.ForkJoinPool.<init>",
          "java.util.concurrent.ForkJoinPool.commonPool");

  private static final Set<String> HIDDEN_INPUTS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.nanoTime",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  /** Random generators that seed themselves when made without arguments. */
  private static final Set<String> GENERATORS =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

  @ArchTest
  static void doesNoInputOrOutput(JavaClasses classes) {
    none(
        "input or output",
        classes.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> doesIo(dependency.getTargetClass()))
            .map(dependency -> dependency.getDescription()));
  }

  @ArchTest
  static void takesDatesRandomnessAndThreadsAsArguments(JavaClasses classes) {
    none(
        "clocks, random numbers or threads of its own",
        classes.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(PublishedCodeTest::isHidden)
            .map(JavaAccess::getDescription));
  }

  @ArchTest
  static void showsNoGuava(JavaClasses classes) {
    none(
        "Guava in what callers see",
        classes.stream()
            .filter(PublishedCodeTest::isVisible)
            .flatMap(PublishedCodeTest::shownTypes)
            .filter(shown -> shown.contains("com.google.")));
  }

  @ArchTest
  static void publicTypesAreClosed(JavaClasses classes) {
    none(
        "public types open to extension",
        classes.stream()
            .filter(PublishedCodeTest::isVisible)
            .filter(type -> !isClosed(type))
            .map(JavaClass::getName));
  }

  private static boolean doesIo(JavaClass type) {
    String name = type.getPackageName();
    return !type.getName().equals("java.io.Serializable")
        && IO_PACKAGES.stream().anyMatch(io -> name.equals(io) || name.startsWith(io + "."));
  }

  private static boolean isHidden(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String called = owner + "." + access.getName();
    boolean noArguments =
        access.getTarget() instanceof CodeUnitAccessTarget target
            && target.getRawParameterTypes().isEmpty();
    return HIDDEN_INPUTS.contains(called)
        || THREADS.contains(called)
        || called.endsWith(".parallelStream")
        || (owner.startsWith("java.util.stream.") && called.endsWith(".parallel"))
        || called.startsWith("java.time.Clock.system")
        || called.startsWith("java.time.Clock.tick")
        || owner.equals("java.util.concurrent.Executors")
        || (owner.equals("java.util.concurrent.CompletableFuture") && called.endsWith("Async"))
        || (GENERATORS.contains(owner) && called.endsWith("<init>") && noArguments)
        || (owner.startsWith("java.time.") && called.endsWith(".now") && !takesClock(access));
  }

  private static boolean takesClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  /** A public type whose enclosing types are public too. */
  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublishedCodeTest::isVisible).orElse(true);
  }

  /**
   * Sealed, final, or an interface meant for lambdas; records, enums and annotations are closed.
   */
  private static boolean isClosed(JavaClass type) {
    return type.isEnum()
        || type.isAnnotation()
        || type.getModifiers().contains(JavaModifier.FINAL)
        || type.reflect().isSealed()
        || type.isAnnotatedWith(FunctionalInterface.class);
  }

  /** Each type in a signature, with the member it stands in; inherited members count. */
  private static Stream<String> shownTypes(JavaClass type) {
    Stream<JavaMember> members = type.getAllMembers().stream();
    Stream<String> inMembers =
        members
            .filter(member -> member.getOwner().getPackageName().startsWith("dev.guidepost"))
            .filter(
                member ->
                    member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
            .flatMap(
                member ->
                    signature(member)
                        .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                        .map(
                            part ->
                                type.getName() + " " + member.getName() + " " + part.getName()));
    Stream<String> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
            .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
            .map(parent -> type.getName() + " extends " + parent.getName());
    return Stream.concat(inMembers, parents);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }
    return Stream.of(((JavaField) member).getType());
  }

  private static void none(String what, Stream<String> found) {
    assertEquals(Set.of(), found.collect(Collectors.toCollection(TreeSet::new)), what);
  }
}
