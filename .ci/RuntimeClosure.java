import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prints what the jars weigh that a module needs at run time, and fails above a bound.
 *
 * <p>Arguments: the module, the bound in KiB, its folder of classes, its jar, and its class path at run time, in which the
 * folder stands for the jar.
 */
final class RuntimeClosure {
  private static final int KIB = 1024;

  private RuntimeClosure() {}

  public static void main(String[] arguments) throws IOException {
    String module = arguments[0];
    long bound = Long.parseLong(arguments[1]);
    Path classes = Path.of(arguments[2]);
    Path jar = Path.of(arguments[3]);
    Set<Path> jars = new LinkedHashSet<>();
    for (String entry : arguments[4].split(Pattern.quote(File.pathSeparator), -1)) {
      jars.add(Path.of(entry).equals(classes) ? jar : Path.of(entry));
    }
    long bytes = 0;
    for (Path file : jars) {
      if (!Files.isRegularFile(file)) {
        fail(module + " must be packaged with all it needs as jars, but has " + file);
      }
      bytes += Files.size(file);
    }
    long kib = (bytes + KIB - 1) / KIB;
    System.out.printf(
        Locale.ROOT, "runtime closure of %s: %,d KiB in %d jars, of which %,d KiB its own (at most %,d KiB)%n",
        module, kib, jars.size(), (Files.size(jar) + KIB - 1) / KIB, bound);
    if (kib > bound) {
      fail("runtime closure of " + module + " must be at most " + bound + " KiB, but was " + kib);
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
