package dev.signalbox.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What no line of any text file may hold. */
final class TextRule {
  /** Written by others, and kept as they are. */
  private static final Set<String> FOREIGN = Set.of("LICENSE", "mvnw", "mvnw.cmd");

  /** Bytes that a test compares are kept as they are. */
  private static final String GOLDEN = "src/test/resources/golden/";

  /** A path on somebody's machine: starts a word, and is not a path inside the repository. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.*}~/-])/(?:home|root|work|Users)/");

  private TextRule() {}

  static List<String> findIn(String path, String text) {
    if (FOREIGN.contains(path) || path.startsWith(GOLDEN)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    String before = "";
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String place = path + ":" + number + ": found ";
      if (line.indexOf('\t') >= 0) {
        found.add(place + "a tab: use spaces");
      }
      if (!line.equals(line.stripTrailing())) {
        found.add(place + "white space at the end of the line: remove it");
      }
      if (MACHINE_PATH.matcher(line).find()) {
        found.add(place + "a path on one machine: make it relative, or use a placeholder");
      }
      if (path.endsWith(".java") && isBrokenDoc(before, line)) {
        found.add(place + "// after ///, which drops it from the docs: use /** */");
      }
      before = line;
    }
    return found;
  }

  /** What google-java-format makes of a {@code ///} line that is too long. */
  private static boolean isBrokenDoc(String before, String line) {
    String text = line.strip();
    return before.strip().startsWith("///") && text.startsWith("//") && !text.startsWith("///");
  }
}
