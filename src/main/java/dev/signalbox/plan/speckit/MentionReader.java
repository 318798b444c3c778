package dev.signalbox.plan.speckit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists and ranges of task numbers. */
final class MentionReader {
  private static final List<String> RANGES = List.of("-", "–", "..", "to ", "through ");
  private static final List<String> SEPARATORS = List.of(",", "+", "/", "&", "and ");

  private static final int REMARK_CHARS_MAX = 200;

  private final List<TaskId> known;

  /** A reader that makes ranges of these tasks. */
  MentionReader(List<TaskId> known) {
    this.known = known.stream().sorted().toList();
  }

  /** The mention that begins at {@code start}. */
  Optional<Mention> at(String text, int start) {
    Optional<TaskId> first = TaskId.at(text, start);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<TaskId> ids = new ArrayList<>(List.of(first.get()));
    int end = start + first.get().text().length();
    while (true) {
      int range = after(text, end, RANGES);
      int further = range > end ? range : afterSeparators(text, end);
      Optional<TaskId> id = further > end ? TaskId.at(text, further) : Optional.empty();
      if (id.isEmpty()) {
        return Optional.of(new Mention(List.copyOf(ids), start, end));
      }
      if (range > end) {
        ids.addAll(range(ids.removeLast(), id.get()));
      } else {
        ids.add(id.get());
      }
      end = further + id.get().text().length();
    }
  }

  /** Skips a remark such as {@code (types)}, unless it names tasks itself. */
  int skipRemark(String text, int from) {
    int open = skipSpaces(text, from);
    boolean opens = open < text.length() && text.charAt(open) == '(';
    int limit = Math.min(text.length(), open + REMARK_CHARS_MAX);
    int close = opens ? text.substring(open, limit).indexOf(')') : -1;
    close = close < 0 ? -1 : open + close;
    for (int i = open; i < close; i++) {
      if (TaskId.at(text, i).isPresent()) {
        return from;
      }
    }
    return close < 0 ? from : close + 1;
  }

  /** The known tasks from one to the other; both ends, as written, if that is nothing. */
  private List<TaskId> range(TaskId from, TaskId to) {
    List<TaskId> between =
        known.stream().filter(id -> id.compareTo(from) >= 0 && id.compareTo(to) <= 0).toList();
    return between.isEmpty() ? List.of(from, to) : between;
  }

  private static int afterSeparators(String text, int end) {
    int next = after(text, end, SEPARATORS);
    return next > end ? Math.max(next, after(text, next, SEPARATORS)) : end;
  }

  /** The index after spaces, one of the words and spaces; {@code end} where none follows. */
  private static int after(String text, int end, List<String> words) {
    int start = skipSpaces(text, end);
    for (String word : words) {
      if (text.regionMatches(true, start, word, 0, word.length())) {
        return skipSpaces(text, start + word.length());
      }
    }
    return end;
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
