package dev.signalbox.session;

import java.util.List;

/**
 * What a use of a tool would do, as far as the agent's protocol tells. It is the agent's word: what
 * was done, git tells.
 *
 * @param paths the files that are meant, in the form of {@link AgentSignal.FileChanged}; empty
 *     where none is told, as for most commands
 */
public record Access(Kind kind, List<String> paths) {
  /** Nothing is told. */
  public static final Access UNKNOWN = new Access(Kind.OTHER, List.of());

  public Access {
    paths = List.copyOf(paths);
  }

  /** What happens to the workspace. */
  public enum Kind {
    /** Nothing changes. */
    READS,
    /** The named files change. */
    CHANGES,
    /** A command runs, which may do anything. */
    RUNS,
    /** Anything else, or unknown. */
    OTHER
  }
}
