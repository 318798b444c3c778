package dev.signalbox.workspace.git;

import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.Touched;
import dev.signalbox.workspace.WorkLook;
import dev.signalbox.workspace.WorkQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a taken-in work does to artifacts that others change too. */
final class WorkDescription {
  private final SharedRepository repository;
  private final UnaryOperator<String> redacted;
  private int room = Limits.ARTIFACT_DIFFS_CHARS_MAX;

  WorkDescription(SharedRepository repository, UnaryOperator<String> redacted) {
    this.repository = repository;
    this.redacted = redacted;
  }

  WorkLook of(SessionKey session, WorkQuestion question) throws WorkspaceException {
    String tip = question.tip();
    String from = new ChangedPaths(repository).from(session, question.base(), tip);
    List<Touched> touched = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : question.artifacts().entrySet()) {
      List<String> paths =
          each.getValue().stream().limit(Limits.ARTIFACT_PATHS_MAX).sorted().toList();
      int more = each.getValue().size() - paths.size();
      touched.add(new Touched(each.getKey(), paths, more, diff(from, tip, paths)));
    }
    List<SessionId> contained = new ArrayList<>();
    for (Map.Entry<SessionId, List<String>> each : question.others().entrySet()) {
      if (holdsAny(tip, each.getValue())) {
        contained.add(each.getKey());
      }
    }
    Optional<String> lack = Optional.empty();
    if (question.conflict().isPresent()) {
      lack = new ResolutionCheck(repository).lack(session, tip, question.conflict().get());
    }
    return new WorkLook.Seen(touched, contained, lack);
  }

  private boolean holdsAny(String tip, List<String> commits) throws WorkspaceException {
    for (String commit : commits) {
      if (RefName.isObjectId(commit)
          && repository.commit(commit).isPresent()
          && repository.contains(tip, commit)) {
        return true;
      }
    }
    return false;
  }

  /** A person's own settings about diffs run programs: none of them counts here. */
  private String diff(String from, String tip, List<String> paths) throws WorkspaceException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--literal-pathspecs",
                "diff-tree",
                "-r",
                "-p",
                "--no-renames",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                from,
                tip,
                "--"));
    words.addAll(paths);
    String whole =
        redacted.apply(SharedRepository.must(repository.git().run(words, "")).out()).strip();
    int most = Math.min(Limits.ARTIFACT_DIFF_CHARS_MAX, room);
    String shown = whole.length() <= most ? whole : whole.substring(0, most) + Touched.CUT;
    room -= Math.min(most, whole.length());
    return shown;
  }
}
