package dev.signalbox.workspace.git;

import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.workspace.CommittedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a session's commit, read from its objects alone: what lies in the working tree may have
 * changed since, and a link there could lead anywhere.
 */
final class CommittedFiles {
  /** {@code 100644 blob ID SIZE}, a tab, and the path. */
  private static final Pattern ENTRY =
      Pattern.compile("(\\d{6}) blob ([0-9a-f]{40,64}) +(\\d{1,18})\\t(.*)", Pattern.DOTALL);

  private static final String LINK = "120000";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final WorkspaceView view;
  private final UnaryOperator<String> redacted;

  CommittedFiles(WorkspaceView view, UnaryOperator<String> redacted) {
    this.view = view;
    this.redacted = redacted;
  }

  Map<String, CommittedFile> at(String commit, List<String> paths) throws WorkspaceException {
    Map<String, CommittedFile> contents = new TreeMap<>();
    if (RefName.isObjectId(commit)) {
      for (String path : paths) {
        contents.put(path, isInside(path) ? content(commit, path) : new CommittedFile.Absent());
      }
    }
    return contents;
  }

  /** Paths are those of reviewers, who may write anything. */
  private static boolean isInside(String path) {
    boolean isPlain = !path.isBlank() && !path.startsWith("/") && !path.startsWith(":");
    return isPlain
        && !CONTROL.matcher(path).find()
        && !("/" + path + "/").contains("/../")
        && !("/" + path + "/").contains("/./");
  }

  private CommittedFile content(String commit, String path) throws WorkspaceException {
    Optional<Matcher> entry = view.entry(commit, path).map(ENTRY::matcher).filter(Matcher::matches);
    if (entry.isEmpty() || !entry.get().group(4).equals(path)) {
      return new CommittedFile.Absent();
    }
    boolean isRead =
        !entry.get().group(1).equals(LINK)
            && Long.parseLong(entry.get().group(3)) <= ReviewLimits.EVIDENCE_FILE_BYTES_MAX;
    if (!isRead) {
      return new CommittedFile.Unread();
    }
    String text = view.blob(entry.get().group(2));
    return text.indexOf('\0') >= 0
        ? new CommittedFile.Unread()
        : new CommittedFile.Text(redacted.apply(text));
  }
}
