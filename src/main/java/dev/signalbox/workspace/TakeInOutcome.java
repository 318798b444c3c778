package dev.signalbox.workspace;

import java.util.List;

/** What taking a branch in led to. */
public sealed interface TakeInOutcome {

  /**
   * It is in the repository.
   *
   * @param tip its commit
   * @param paths that it changes since it left the base, sorted: not what a rebase brought in
   */
  record TakenIn(String tip, List<String> paths) implements TakeInOutcome {
    public TakenIn {
      paths = List.copyOf(paths);
    }
  }

  /** It is not; {@code reason} is for a person. */
  record Failed(String reason, boolean mayPass) implements TakeInOutcome {}
}
