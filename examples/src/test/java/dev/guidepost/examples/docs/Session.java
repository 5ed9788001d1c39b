package dev.guidepost.examples.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/** A JShell session in this process, on the class path of the tests. */
final class Session implements AutoCloseable {
  static final Path SCRIPTS = Path.of("src/main/jshell");

  /** What the tool shows of a value before it cuts it. */
  private static final int SHOWN = 1_000;

  private final JShell shell = JShell.builder().executionEngine("local").build();

  /**
   * A snippet and what the tool shows of it.
   *
   * @param source the snippet
   * @param value its value, as the tool prints it; empty if it has none
   * @param printed what it wrote to standard output
   */
  record Answer(String source, String value, String printed) {}

  private Session() {
    shell.addToClasspath(System.getProperty("java.class.path"));
    for (String name : List.of("java.math", "java.nio.file", "java.util", "java.util.stream")) {
      eval("import " + name + ".*;");
    }
  }

  /** Opens a session after guidepost.jsh, with system properties that are there only for it. */
  static Session open(Map<String, String> settings) {
    settings.forEach(System::setProperty);
    try {
      Session session = new Session();
      session.load(Files.readString(SCRIPTS.resolve("guidepost.jsh")));
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** Returns the session of the usual generated company, the same for all tests. */
  static Session generated() {
    return Generated.SESSION;
  }

  private static final class Generated {
    static final Session SESSION = open(Map.of());
  }

  /** Opens a session with the imports of guidepost.jsh alone. */
  static Session ofImports() throws IOException {
    Session session = new Session();
    session.load(
        Files.readAllLines(SCRIPTS.resolve("guidepost.jsh")).stream()
            .filter(line -> line.startsWith("import "))
            .collect(Collectors.joining("\n")));
    return session;
  }

  /**
   * Runs a script; an assertion fails on the first snippet that is wrong, or that the tool would
   * answer with more than a short line.
   */
  List<Answer> run(String script) {
    List<Answer> answers = load(script);
    for (Answer answer : answers) {
      if (answer.value().length() > SHOWN || answer.value().contains("\n")) {
        throw new AssertionError(
            answer.source()
                + " must be a short line in JShell, but was "
                + answer.value().substring(0, Math.min(answer.value().length(), SHOWN)));
      }
    }
    return answers;
  }

  /**
   * Runs a piece of Java, taken as a whole, and returns what it wrote to standard output; an
   * assertion fails on the first snippet that is wrong.
   */
  String printed(String code) {
    StringBuilder printed = new StringBuilder();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo found = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (found.completeness() == Completeness.EMPTY) {
        break;
      }
      if (!found.completeness().isComplete()) {
        throw new AssertionError("snippet must be complete, but was " + rest);
      }
      printed.append(eval(found.source()).printed());
      rest = found.remaining();
    }
    return printed.toString();
  }

  /** Runs a script line by line, as the tool does. */
  private List<Answer> load(String script) {
    List<Answer> answers = new ArrayList<>();
    String pending = "";
    for (String line : script.lines().toList()) {
      pending += line + "\n";
      CompletionInfo found = shell.sourceCodeAnalysis().analyzeCompletion(pending);
      while (found.completeness().isComplete()) {
        answers.add(eval(found.source()));
        pending = found.remaining();
        found = shell.sourceCodeAnalysis().analyzeCompletion(pending);
      }
      pending = found.completeness() == Completeness.EMPTY ? "" : pending;
    }
    if (!pending.isBlank()) {
      throw new AssertionError("snippet must be complete, but was " + pending);
    }
    return answers;
  }

  private Answer eval(String source) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    List<SnippetEvent> events;
    try {
      events = shell.eval(source);
    } finally {
      System.setOut(before);
    }
    String value = "";
    for (SnippetEvent event : events) {
      if (event.exception() != null) {
        throw new AssertionError(source + " throws " + event.exception(), event.exception());
      }
      if (event.status() == Snippet.Status.REJECTED) {
        throw new AssertionError(
            source
                + " is wrong: "
                + shell
                    .diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                    .toList());
      }
      if (event.causeSnippet() == null && event.value() != null && shows(event.snippet())) {
        value = event.value();
      }
    }
    return new Answer(source.strip(), value, printed.toString(StandardCharsets.UTF_8));
  }

  private static boolean shows(Snippet snippet) {
    return snippet instanceof VarSnippet || snippet.kind() == Snippet.Kind.EXPRESSION;
  }

  /** Returns a script with what JShell answers below each snippet. */
  String transcript(String script) {
    List<Answer> answers = run(script);
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (String line : script.lines().toList()) {
      if (line.isBlank() || line.startsWith("//")) {
        text.append(line).append('\n');
      } else {
        Answer answer = answers.get(next++);
        if (!answer.source().replaceAll(";$", "").equals(line.strip().replaceAll(";$", ""))) {
          throw new AssertionError("scripts with a transcript hold one snippet a line: " + line);
        }
        text.append("jshell> ").append(line).append('\n').append(answer.printed());
        text.append(answer.value().isEmpty() ? "" : answer.value() + "\n");
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    shell.close();
  }
}
