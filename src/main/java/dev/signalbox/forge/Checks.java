package dev.signalbox.forge;

import java.util.List;

/**
 * What was checked on one commit: check runs and commit statuses, the latest of each name.
 *
 * @param all in the forge's order
 */
public record Checks(List<Check> all) {
  public Checks {
    all = List.copyOf(all);
  }

  /**
   * One check.
   *
   * @param app the slug of the app that ran it; empty for a commit status
   * @param url where a person sees it; may be empty
   */
  public record Check(String name, String app, Result result, String url) {}

  /** How a check ended. */
  public enum Result {
    PENDING,
    PASSED,
    FAILED,
    /** Neither; some reviewers end so with severe findings open. */
    NEUTRAL
  }
}
