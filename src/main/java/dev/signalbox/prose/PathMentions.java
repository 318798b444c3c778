package dev.signalbox.prose;

import dev.signalbox.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the paths that a sentence says are to be changed.
 *
 * <p>Left out: addresses, routes ({@code /api/users}), packages ({@code @scope/name}), calls
 * ({@code open(x)}), arguments of commands, and paths that the sentence only refers to ({@code per
 * contracts/api.yaml}, {@code the jira.ts pattern}).
 */
public final class PathMentions {
  private static final Set<String> REFERRING =
      Set.of(
          "per",
          "see",
          "follow",
          "follows",
          "following",
          "like",
          "matching",
          "against",
          "run",
          "runs",
          "running",
          "execute",
          "cd",
          "pytest",
          "python",
          "python3",
          "node",
          "bash",
          "sh");

  private static final Set<String> REFERRED = Set.of("pattern", "patterns", "conventions", "style");

  private static final Set<String> PLACES = Set.of("in", "under", "inside", "within", "at");

  /** {@code of the same existing file}. */
  private static final int ARTICLES_MAX = 4;

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "existing", "same", "of");

  /**
   * What spec-driven tools call their own documents: every task's input, named without a folder.
   */
  private static final Set<String> DESIGN_DOCUMENTS =
      Set.of("spec.md", "plan.md", "tasks.md", "research.md", "data-model.md", "quickstart.md");

  private static final Set<String> CHANGING = Set.of("update", "create", "write", "edit", "extend");

  private static final Set<String> DOMAINS = Set.of("com", "org", "net", "io", "dev", "ai", "co");

  private PathMentions() {}

  /**
   * The paths in a line of Markdown, in the order met; one may come twice. {@code a.md in docs/} is
   * {@code docs/a.md}.
   */
  public static List<PathMention> in(Line line) {
    List<Word> words = WordScanner.scan(line.text());
    List<PathMention> mentions = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<PathMention> mention = mention(line, words.get(i));
      if (mention.isPresent() && !isReferred(words, i) && !isInput(words, i)) {
        boolean isPlace = i > 0 && PLACES.contains(plain(words.get(i - 1)));
        mention.filter(found -> !(isPlace && located(mentions, found))).ifPresent(mentions::add);
      }
    }
    return mentions;
  }

  private static boolean isInput(List<Word> words, int i) {
    boolean isChanged = i > 0 && CHANGING.contains(plain(words.get(i - 1)));
    return !isChanged && DESIGN_DOCUMENTS.contains(clean(words.get(i).text()));
  }

  private static Optional<PathMention> mention(Line line, Word word) {
    if (word.isCall() || !mayBePath(word.text())) {
      return Optional.empty();
    }
    String path = clean(word.text());
    int skipped = Math.max(0, word.text().indexOf(path));
    return kind(path)
        .filter(kind -> PathText.fault(path).isEmpty())
        .map(kind -> new PathMention(path, kind, line.at(word.index() + skipped)));
  }

  /** Puts the files named last into the folder; false if there are none. */
  private static boolean located(List<PathMention> mentions, PathMention folder) {
    if (folder.kind() != PathMention.Kind.FOLDER) {
      return false;
    }
    int from = mentions.size();
    while (from > 0 && mentions.get(from - 1).kind() == PathMention.Kind.BARE_FILE) {
      from--;
    }
    for (int i = from; i < mentions.size(); i++) {
      PathMention file = mentions.get(i);
      String path = folder.path() + file.path();
      mentions.set(i, new PathMention(path, PathMention.Kind.FILE, file.at()));
    }
    return from < mentions.size();
  }

  private static boolean isReferred(List<Word> words, int i) {
    int before = i - 1;
    while (before >= Math.max(0, i - ARTICLES_MAX) && ARTICLES.contains(plain(words.get(before)))) {
      before--;
    }
    return (before >= 0 && REFERRING.contains(plain(words.get(before))))
        || (i + 1 < words.size() && REFERRED.contains(plain(words.get(i + 1))));
  }

  private static String plain(Word word) {
    return strip(word.text(), "*", "*.,:!?").toLowerCase(Locale.ROOT);
  }

  /** Drops emphasis, punctuation, a line number and an anchor. */
  static String clean(String raw) {
    String word = withUnderscores(raw);
    String path = strip(word, word.startsWith("*.") || word.startsWith("**/") ? "" : "*", "");
    int anchor = path.indexOf('#');
    path = anchor > 0 ? path.substring(0, anchor) : path;
    path = strip(path, "", path.endsWith("/*") || path.endsWith("/**") ? "" : "*.,:!?-");
    path = withoutLineNumber(path);
    if (path.endsWith("/...")) {
      path = path.substring(0, path.length() - 3);
    }
    return path.startsWith("./") ? path.substring(2) : path;
  }

  /** Formatters turn the strong emphasis of {@code __init__.py} into {@code **init**.py}. */
  private static String withUnderscores(String word) {
    int open = word.indexOf("**");
    int close = open < 0 ? -1 : word.indexOf("**", open + 2);
    boolean isName =
        close > open + 2 && word.substring(open + 2, close).chars().allMatch(Character::isLetter);
    boolean isInPath =
        isName && (word.startsWith(".", close + 2) || word.startsWith("/", close + 2));
    return isInPath
        ? word.substring(0, close + 2).replace("**", "__") + word.substring(close + 2)
        : word;
  }

  private static String strip(String text, String leading, String trailing) {
    int from = 0;
    int to = text.length();
    while (from < to && leading.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && trailing.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  /** {@code a.ts:12}, {@code a.ts:12-30} and {@code a.ts:12:5} are {@code a.ts}. */
  private static String withoutLineNumber(String path) {
    int end = path.length();
    while (end > 0 && "0123456789-:L".indexOf(path.charAt(end - 1)) >= 0) {
      end--;
    }
    int colon = path.indexOf(':', end);
    return colon < 0 ? path : path.substring(0, colon);
  }

  /** Spares most words the closer look. */
  private static boolean mayBePath(String word) {
    return word.indexOf('/') >= 0 || word.indexOf('.') >= 0 || FileNames.isBareFile(word);
  }

  static Optional<PathMention.Kind> kind(String path) {
    if (path.length() < 3 || !hasPathCharacters(path)) {
      return Optional.empty();
    }
    int slash = path.indexOf('/');
    if (slash < 0) {
      boolean isFile = FileNames.isBareFile(path);
      return isFile ? Optional.of(PathMention.Kind.BARE_FILE) : Optional.empty();
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (isHost(path.substring(0, slash)) || path.startsWith("@/")) {
      return Optional.empty();
    }
    if (FileNames.isFile(last) || last.indexOf('*') >= 0) {
      return Optional.of(PathMention.Kind.FILE);
    }
    if (path.startsWith("@") || slash < 2) {
      return Optional.empty();
    }
    return Optional.of(last.isEmpty() ? PathMention.Kind.FOLDER : PathMention.Kind.PERHAPS_FOLDER);
  }

  private static boolean hasPathCharacters(String path) {
    boolean hasLetter = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      hasLetter |= Character.isLetter(c);
      if (!Character.isLetterOrDigit(c) && "._-/@[](){}*+,~$".indexOf(c) < 0) {
        return false;
      }
    }
    return hasLetter;
  }

  private static boolean isHost(String segment) {
    int dot = segment.lastIndexOf('.');
    return dot > 0 && DOMAINS.contains(segment.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
