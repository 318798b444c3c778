package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the paths at the start of an entry of a file list: {@code Create: `a/b.ts`}, {@code `a.c`,
 * `b.c` — why}, {@code Delete `a/x.go`, `y.go`; modify `b/z.go`}. What follows a dash or any other
 * prose explains and is not read, since it names symbols in the same way.
 */
public final class FileMentions {
  private static final Set<String> CONNECTORS =
      Set.of(
          "and",
          "or",
          "to",
          "from",
          "in",
          "into",
          "the",
          "a",
          "their",
          "its",
          "test",
          "tests",
          "create",
          "creates",
          "add",
          "adds",
          "new",
          "modify",
          "modifies",
          "modified",
          "update",
          "updates",
          "edit",
          "change",
          "changes",
          "extend",
          "delete",
          "deletes",
          "remove",
          "rename",
          "move",
          "regenerate",
          "generated",
          "all",
          "both",
          "plus",
          "also",
          "file",
          "files",
          "folder",
          "directory",
          "under",
          "docs",
          "verify",
          "check",
          "various",
          "each");

  private final PathText paths;

  public FileMentions(PathText paths) {
    this.paths = paths;
  }

  /** Reads the entry; returns how many paths it names. */
  public int read(Line entry) {
    List<InlineText.CodeSpan> spans = InlineText.codeSpans(entry);
    return spans.isEmpty() ? words(entry) : spans(entry, spans);
  }

  private int spans(Line entry, List<InlineText.CodeSpan> spans) {
    int read = 0;
    int end = 0;
    boolean inFolder = false;
    for (InlineText.CodeSpan span : spans) {
      String between = entry.text().substring(end, span.from());
      boolean connects = read == 0 ? isLead(between) : isConnecting(between);
      String text = span.content().text();
      if (!connects || (!PathText.isPath(text) && read > 0)) {
        return read;
      }
      if (PathText.isPath(text)) {
        paths.read(text, span.content().at(), inFolder);
        inFolder |= text.indexOf('/') > 0;
        read++;
      }
      end = span.to();
    }
    return read;
  }

  /** In front of the first path anything may stand but a dash, which opens an explanation. */
  private static boolean isLead(String text) {
    return !text.contains(" — ") && !text.contains(" – ") && !text.contains(" - ");
  }

  private static boolean isConnecting(String text) {
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth <= 0 && "—–:".indexOf(c) >= 0 && !text.startsWith(": ", i)) {
        return false;
      }
      int end = lettersEnd(text, i);
      String word = text.substring(i, end).toLowerCase(Locale.ROOT);
      if (depth <= 0 && end > i && !CONNECTORS.contains(word)) {
        return false;
      }
      i = Math.max(end, i + 1);
    }
    return depth == 0 && !text.contains(" - ");
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Without code marks only words that can be nothing but paths are taken. */
  private int words(Line entry) {
    String text = entry.text();
    int read = 0;
    int i = 0;
    while (i < text.length()) {
      if (isGap(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < text.length() && !isGap(text.charAt(end))) {
        end++;
      }
      String word = text.substring(i, trimmed(text, i, end));
      if (PathText.isPath(word)) {
        paths.read(word, entry.at(i), false);
        read++;
      } else if (!isConnector(word)) {
        return read;
      }
      i = end;
    }
    return read;
  }

  private static boolean isConnector(String word) {
    String plain = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
    return CONNECTORS.contains(plain.toLowerCase(Locale.ROOT)) || word.equals("→");
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || c == ',' || c == ';' || c == '[' || c == ']' || c == '*';
  }

  private static int trimmed(String text, int from, int end) {
    return end - from > 1 && text.charAt(end - 1) == '.' ? end - 1 : end;
  }
}
