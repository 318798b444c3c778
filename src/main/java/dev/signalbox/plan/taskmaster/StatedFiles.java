package dev.signalbox.plan.taskmaster;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.plan.Touch;
import dev.signalbox.prose.PathContext;
import dev.signalbox.prose.PathMention;
import dev.signalbox.prose.PathMentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files that a task's details list under {@code Files:}. Taskmaster has no key for them, and
 * paths elsewhere in the details are examples as often as targets.
 */
final class StatedFiles {
  private static final List<String> LABELS =
      List.of("files:", "file:", "files to modify:", "files to create:", "files modified:");

  private StatedFiles() {}

  /** The touches, at the position of the details: JSON has no lines inside a text. */
  static List<Touch> in(Optional<DataNode.Scalar> details) {
    List<PathMention> mentions = new ArrayList<>();
    details.ifPresent(scalar -> collect(scalar, mentions));
    return new PathContext(mentions).touches(mentions);
  }

  private static void collect(DataNode.Scalar details, List<PathMention> mentions) {
    boolean isList = false;
    for (String raw : details.text().lines().toList()) {
      String line = raw.strip();
      String plain = withoutMarks(line);
      boolean isBullet = !plain.equals(line) && !line.startsWith("**");
      boolean isLabel = LABELS.stream().anyMatch(plain.toLowerCase(Locale.ROOT)::startsWith);
      isList = isLabel || (isList && isBullet);
      if (isList) {
        mentions(isLabel ? plain.substring(plain.indexOf(':') + 1) : plain, details.at(), mentions);
      }
    }
  }

  private static void mentions(String text, Position at, List<PathMention> mentions) {
    for (PathMention found : PathMentions.in(new Line(text.strip(), at))) {
      mentions.add(new PathMention(found.path(), found.kind(), at));
    }
  }

  private static String withoutMarks(String line) {
    int start = 0;
    while (start < line.length() && "-*+ ".indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    return line.substring(start).replace("**", "");
  }
}
