package dev.signalbox.plan;

import java.util.Optional;

/**
 * What a plan says before its phases.
 *
 * @param file the plan's name as the person gave it
 * @param title the first heading, or the file's name where there is none
 * @param topic the topic of the naming convention
 * @param project the project's short name
 * @param issue the master issue
 * @param base the branch that sessions start from and merge into
 */
public record PlanHeader(
    String file,
    String title,
    Optional<String> topic,
    Optional<String> project,
    Optional<IssueId> issue,
    String base,
    RunPolicy policy) {
  /** The base of a plan that names none. */
  public static final String BASE_DEFAULT = "main";

  /** The header of a source that has no place for one. */
  public static PlanHeader untitled(String file, String title) {
    return new PlanHeader(
        file,
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        BASE_DEFAULT,
        RunPolicy.DEFAULT);
  }

  /** The same header with that master issue. */
  public PlanHeader of(Optional<IssueId> master) {
    return new PlanHeader(file, title, topic, project, master, base, policy);
  }
}
