package dev.signalbox.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many tasks of a list could be worked on at the same time, by what their texts show. */
final class TaskIndependence {
  private static final Terms REFERENCES =
      Terms.of("then", "afterwards", "afterward", "previous", "preceding", "aforementioned");

  /** On the text's words with one space between: {@code tasks 2}, {@code step 3}. */
  private static final Pattern NUMBERED =
      Pattern.compile(" (?:task|tasks|step|steps) (\\d{1,6})(?= )");

  private TaskIndependence() {}

  /**
   * The size of a set of tasks none of which refers to another or names a file that another names;
   * found in order, so it may be smaller than the largest such set.
   */
  static int count(List<String> tasks) {
    Set<String> files = new HashSet<>();
    int count = 0;
    for (int i = 0; i < tasks.size(); i++) {
      String task = tasks.get(i);
      List<String> named = files(task);
      if (refersToAnother(task, i + 1) || named.stream().anyMatch(files::contains)) {
        continue;
      }
      files.addAll(named);
      count++;
    }
    return count;
  }

  private static boolean refersToAnother(String task, int ownNumber) {
    if (REFERENCES.firstIn(task).isPresent()) {
      return true;
    }
    Matcher numbered = NUMBERED.matcher(Terms.spaced(task));
    while (numbered.find()) {
      if (Integer.parseInt(numbered.group(1)) != ownNumber) {
        return true;
      }
    }
    return false;
  }

  /** Words that look like a path: with a slash or an extension, and no address of a web page. */
  private static List<String> files(String task) {
    List<String> files = new ArrayList<>();
    for (String token : task.split("\\s+", -1)) {
      String word = trimmed(token);
      if (!word.contains("://") && (word.contains("/") || hasExtension(word))) {
        files.add(word);
      }
    }
    return files;
  }

  private static boolean hasExtension(String word) {
    int dot = word.lastIndexOf('.');
    return dot > 1 && dot < word.length() - 1 && Character.isLetter(word.charAt(dot + 1));
  }

  /** Without the quotes, brackets and punctuation around it. */
  private static String trimmed(String token) {
    int start = 0;
    int end = token.length();
    while (start < end && "`'\"([{<".indexOf(token.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "`'\")]}>.,:;!?".indexOf(token.charAt(end - 1)) >= 0) {
      end--;
    }
    return token.substring(start, end);
  }
}
