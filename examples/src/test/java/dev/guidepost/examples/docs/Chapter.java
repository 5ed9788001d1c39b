package dev.guidepost.examples.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A chapter of the guide: {@code # Title}, then {@code <!-- shows: 0-4, w9 -->} with the ids of the
 * capabilities it shows, then prose with fenced blocks.
 *
 * <p>A chapter that needs files which are not part of the project names their folder below those
 * that are shared, {@code <!-- needs: data/adventureworks -->}, on its third line.
 *
 * <p>The {@code java} blocks run in one JShell session, in order. A {@code text} block right behind
 * one is what that block printed.
 */
record Chapter(Path file, String text) implements Comparable<Chapter> {
  static final Path FOLDER = Path.of("src/main/guide");
  private static final String FENCE = "```";
  private static final Pattern NAME = Pattern.compile("\\d\\d-[a-z-]+\\.md");
  private static final Pattern SHOWS =
      Pattern.compile("<!-- shows: ((?:\\w+-)?\\w+(?:, (?:\\w+-)?\\w+)*) -->");

  private static final Pattern NEEDS = Pattern.compile("<!-- needs: (\\S+) -->");

  /** Returns all chapters by name, or the one whose name starts with the property guide.only. */
  static List<Chapter> all() {
    String only = System.getProperty("guide.only", "");
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(only))
          .map(Chapter::read)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether {@link #all()} leaves no chapter out. */
  static boolean allThere() {
    return System.getProperty("guide.only", "").isEmpty();
  }

  private static Chapter read(Path file) {
    assertTrue(NAME.matcher(file.getFileName().toString()).matches(), "name of " + file);
    try {
      return new Chapter(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  /** Returns the ids of the capabilities it says it shows; empty for "none". */
  Set<String> shows() {
    List<String> lines = text.lines().toList();
    assertTrue(lines.get(0).startsWith("# "), name() + " must start with a title");
    Matcher shows = SHOWS.matcher(lines.get(1));
    assertTrue(
        shows.matches(),
        name() + " must have <!-- shows: id, id --> on its second line, but has " + lines.get(1));
    String ids = shows.group(1);
    return ids.equals("none") ? Set.of() : new TreeSet<>(List.of(ids.split(", ", -1)));
  }

  /** Returns the folder it needs that is not there, if one is not. */
  Optional<Path> missing() {
    Matcher needs = NEEDS.matcher(text.lines().skip(2).findFirst().orElse(""));
    return needs.matches()
        ? Optional.of(Path.of(System.getProperty("guidepost.shared", "none"), needs.group(1)))
            .filter(folder -> !Files.isDirectory(folder))
        : Optional.empty();
  }

  /** Returns the text as it must be: behind each java block what it prints, in a text block. */
  String run() throws IOException {
    StringBuilder expected = new StringBuilder();
    try (Session session = Session.ofImports()) {
      List<String> lines = text.lines().toList();
      for (int at = 0; at < lines.size(); ) {
        int end = blockEnd(lines, at);
        lines.subList(at, end).forEach(line -> expected.append(line).append('\n'));
        if (lines.get(at).equals(FENCE + "java")) {
          String printed = session.printed(String.join("\n", lines.subList(at + 1, end - 1)));
          if (!printed.isEmpty()) {
            expected.append(FENCE + "text\n").append(printed.stripTrailing());
            expected.append("\n" + FENCE + "\n");
          }
          boolean shown = end < lines.size() && lines.get(end).equals(FENCE + "text");
          end = shown ? blockEnd(lines, end) : end;
        }
        at = end;
      }
    }
    return expected.toString();
  }

  /** Returns the line behind the block or the line of prose that starts at a line. */
  private int blockEnd(List<String> lines, int start) {
    if (!lines.get(start).startsWith(FENCE)) {
      return start + 1;
    }
    for (int line = start + 1; line < lines.size(); line++) {
      if (lines.get(line).equals(FENCE)) {
        return line + 1;
      }
    }
    throw new AssertionError(name() + " must close the block of line " + (start + 1));
  }

  /** Returns the text without what its code prints. */
  String written() {
    return text.replaceAll("(?s)\n" + FENCE + "text\n.*?\n" + FENCE + "\n", "\n");
  }

  boolean hasCode() {
    return text.contains("\n" + FENCE + "java\n");
  }

  /** Returns the files it links to, without those on other hosts. */
  List<Path> links() {
    Matcher matcher = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)").matcher(text);
    List<Path> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(file.resolveSibling(matcher.group(1)).normalize());
    }
    return found;
  }

  @Override
  public int compareTo(Chapter other) {
    return name().compareTo(other.name());
  }
}
