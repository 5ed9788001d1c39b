package dev.guidepost.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.examples.tour.Analysis;
import dev.guidepost.examples.tour.Tour;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds README.md to the truth: its code, its output, its commands and the files it names. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");
  private static final String FENCE = "```";
  private static final String PROMPT = "jshell> ";
  private static final Set<String> GOALS =
      Set.of("package", "javadoc:javadoc-no-fork", "install", "verify");

  private static String readme() {
    try {
      return Files.readString(README);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void showsWhatItsCodeGives() throws IOException {
    String text = readme();
    text = withBlock(text, "tour", fenced(tour()));
    text = withBlock(text, "code", fenced(codeOutput()));
    text = withBlock(text, "jshell", fenced(answers(block(text, "jshell"))));
    Golden.check(README, text);
  }

  /** Returns the review of the generated company. */
  private static String tour() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Analysis analysis = Analysis.of(Tour.records(new Properties(), nowhere));
    return analysis.review(analysis.defaultUnit()).print().stripTrailing();
  }

  /** What the second block takes as given: the records of a company. */
  private static final String RECORDS =
      """
      SalesRecords records = Tour.records(new java.util.Properties(), new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
      List<Deal> deals = new ArrayList<>();
      deals.addAll(records.deals())
      List<Activity> activities = new ArrayList<>();
      activities.addAll(records.activities())
      List<Target> targets = new ArrayList<>();
      targets.addAll(records.targets())
      Organisation organisation = records.organisation();
      PersonId eli = (PersonId) organisation.find("Eli Novak").get(0);
      LocalDate asOf = records.asOf(), observedFrom = records.observedFrom();
      """;

  @Test
  void plansFromDealsAsItSays() throws IOException {
    try (Session session = Session.ofImports()) {
      session.run(RECORDS);
      String printed =
          session.run(codeBlocks("java").get(1)).stream()
              .map(Session.Answer::printed)
              .collect(Collectors.joining());
      assertTrue(printed.contains("with plan; advance "), printed);
      assertTrue(printed.contains(" signals"), printed);
    }
  }

  private static String codeOutput() throws IOException {
    List<String> blocks = codeBlocks("java");
    assertEquals(2, blocks.size());
    try (Session session = Session.ofImports()) {
      return session.run(blocks.get(0)).stream()
          .map(Session.Answer::printed)
          .collect(Collectors.joining())
          .strip();
    }
  }

  private static String answers(String block) {
    return block
        .lines()
        .filter(line -> line.startsWith(PROMPT))
        .map(line -> line + "\n" + answer(line.substring(PROMPT.length())))
        .collect(Collectors.joining("\n"));
  }

  private static String answer(String snippet) {
    List<Session.Answer> answers = Session.generated().run(snippet);
    return answers.get(0).value();
  }

  private static String fenced(String text) {
    return FENCE + "\n" + text + "\n" + FENCE;
  }

  private static String block(String text, String name) {
    return text.substring(blockStart(text, name), blockEnd(text, name));
  }

  private static String withBlock(String text, String name, String content) {
    return text.substring(0, blockStart(text, name))
        + content
        + "\n"
        + text.substring(blockEnd(text, name));
  }

  private static int blockStart(String text, String name) {
    String mark = "<!-- " + name + " -->\n";
    assertTrue(text.contains(mark), mark);
    return text.indexOf(mark) + mark.length();
  }

  private static int blockEnd(String text, String name) {
    int end = text.indexOf("<!-- /" + name + " -->");
    assertTrue(end > 0, name);
    return end;
  }

  private static List<String> codeBlocks(String language) {
    return matches("(?s)" + FENCE + language + "\n(.*?)" + FENCE, readme());
  }

  private static List<String> matches(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void getsToTheFirstOutputWithinFortyLines() {
    List<String> lines = readme().lines().toList();
    assertTrue(lines.indexOf("<!-- tour -->") < 40);
    int code = codeBlocks("java").get(0).lines().toList().size();
    assertTrue(code <= 20, "README code must be about 15 lines, but was " + code);
  }

  @Test
  void namesFilesThatAreThere() {
    List<String> named = new ArrayList<>(matches("\\]\\(([^)]+)\\)", readme()));
    named.addAll(matches("`([a-z]+(?:/[A-Za-z0-9._-]+)+)`", readme()));
    named.addAll(matches("(examples/src/\\S+?\\.jsh)", readme()));
    assertTrue(named.size() >= 4, named.toString());
    for (String path : named) {
      boolean written = path.matches("([a-z]+/)?target/.*");
      assertTrue(written || Files.exists(ROOT.resolve(path)), path);
    }
  }

  @Test
  void givesCommandsThatRun() throws IOException {
    Set<String> profiles = new TreeSet<>();
    for (String pom : List.of("pom.xml", "examples/pom.xml")) {
      profiles.addAll(
          matches("(?s)<profile>.*?<id>([a-z-]+)</id>", Files.readString(ROOT.resolve(pom))));
    }
    String tour = Files.readString(Path.of("src/main/java/dev/guidepost/examples/tour/Tour.java"));
    List<String> commands = matches("(?m)(?:^ {4}|`)(mvn [^`\n]*)", readme());
    assertEquals(10, commands.size(), commands.toString());
    for (String command : commands) {
      for (String word : command.split(" && ", -1)[0].substring(4).split(" ", -1)) {
        boolean known =
            GOALS.contains(word)
                || word.equals("-q")
                || word.equals("-DskipTests")
                || word.equals("-pl")
                || List.of("core", "rollup", "targets").equals(List.of(word.split(",", -1)))
                || (word.startsWith("-P") && profiles.contains(word.substring(2)))
                || (word.startsWith("-Dtour.")
                    && tour.contains('"' + word.substring(2).split("=", -1)[0] + '"'));
        assertTrue(known, command + " has " + word);
      }
    }
    for (String setting : matches("`?-D(tour\\.[a-zA-Z]+)=", readme())) {
      assertTrue(tour.contains('"' + setting + '"'), setting);
    }
    assertTrue(readme().lines().anyMatch("    mvn verify"::equals));
    assertTrue(readme().lines().anyMatch("    mvn -q -Ptour -DskipTests package"::equals));
  }

  @Test
  void startsJShellWithWhatTheBuildWrites() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("${project.build.directory}/classpath.txt"));
    assertTrue(readme().contains("$(cat examples/target/classpath.txt)"));
  }

  @Test
  void namesTheModulesAsTheyAre() throws IOException {
    Set<String> modules =
        new TreeSet<>(
            matches("<module>(\\w+)</module>", Files.readString(ROOT.resolve("pom.xml"))));
    assertEquals(
        modules,
        new TreeSet<>(matches("(?m)^\\| `(\\w+)` \\| (?:`.*`)? ?\\| [^|]*\\|$", readme())));
    for (String module : matches("(?m)^\\| `\\w+` \\| `([a-z.]+)` \\|", readme())) {
      String floor = module.substring("dev.guidepost.".length());
      Path descriptor = ROOT.resolve(floor).resolve("src/main/java/module-info.java");
      assertTrue(Files.readString(descriptor).contains("module " + module + " {"), module);
    }
    String targets = Files.readString(ROOT.resolve("targets/pom.xml"));
    String dependency = codeBlocks("xml").get(0);
    for (String part : List.of("groupId", "artifactId", "version")) {
      String value = matches("<" + part + ">(.*?)</", dependency).get(0);
      assertTrue(targets.contains("<" + part + ">" + value + "</"), value);
    }
  }
}
