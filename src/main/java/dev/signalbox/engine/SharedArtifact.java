package dev.signalbox.engine;

import dev.signalbox.session.SessionId;
import dev.signalbox.verdict.ArtifactClass;
import java.util.List;

/**
 * An artifact that sessions of a run share by what it is ({@link ArtifactClass}), as it was
 * approved.
 *
 * @param expected sessions of which the plan says that they change it
 */
public record SharedArtifact(
    String name, ArtifactClass.Kind kind, List<String> patterns, List<SessionId> expected) {
  public SharedArtifact {
    patterns = List.copyOf(patterns);
    expected = List.copyOf(expected);
  }

  /** How one artifact is called: that of a path where each file is one of its own. */
  String nameOf(String path) {
    return kind == ArtifactClass.Kind.FILE ? name + " " + path : name;
  }

  private boolean isCalled(String artifact) {
    return kind == ArtifactClass.Kind.FILE
        ? artifact.startsWith(name + " ")
        : artifact.equals(name);
  }

  /** The one that is called so. */
  static SharedArtifact of(RunSpec spec, String artifact) {
    return spec.lineup().artifacts().stream()
        .filter(each -> each.isCalled(artifact))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("expected an artifact of the run, found " + artifact));
  }

  /** Whether the plan said that both change it, so that a person saw it in the table. */
  boolean isForeseen(String artifact, Session one, Session other) {
    if (kind != ArtifactClass.Kind.FILE) {
      return expected.contains(one.id()) && expected.contains(other.id());
    }
    String path = artifact.substring(name.length() + 1);
    return one.drift().scope().names(path) && other.drift().scope().names(path);
  }

  /** Why two that change it are asked about, as a sentence. */
  String rule() {
    return switch (kind) {
      case INFRASTRUCTURE ->
          "All files of one class of shared infrastructure are one artifact, whatever they are"
              + " called: "
              + name
              + " is "
              + DriftText.brief(patterns)
              + ".";
      case FILE -> "One file of the class '" + name + "' is one artifact.";
      case DELIVERABLE ->
          "What a phase says it produces is one artifact: the "
              + name
              + " is "
              + DriftText.brief(patterns)
              + ".";
    };
  }
}
