package dev.signalbox.prompt;

/**
 * Where a session works, as its texts show it.
 *
 * @param project the project's name
 * @param repository the path of the session's repository
 * @param planFile the path of the plan
 */
public record PromptPlace(String project, String repository, String planFile) {

  /** The last segment of the plan's path. */
  String planName() {
    return planFile.substring(planFile.lastIndexOf('/') + 1);
  }
}
