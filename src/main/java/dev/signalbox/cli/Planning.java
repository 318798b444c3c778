package dev.signalbox.cli;

import dev.signalbox.agent.AgentPreference;
import dev.signalbox.check.CheckResult;
import dev.signalbox.prompt.IssueHome;
import dev.signalbox.prompt.PromptPlace;
import java.util.List;
import java.util.Optional;

/** What the planning commands ask of the world around them. */
public interface Planning {

  /**
   * A plan that was loaded, read and checked.
   *
   * @param format the name of the reader, empty when nothing could be loaded
   * @param place what prompts say about where the plan lies
   * @param home where the issues of its phases have to be before it is dispatched
   * @param preferred the agents that the configuration prefers
   */
  record CheckedPlan(
      CheckResult result,
      String format,
      PromptPlace place,
      IssueHome home,
      AgentPreference preferred) {}

  /**
   * Loads, reads and checks a plan; whatever is wrong with it is in the result.
   *
   * @param plan a file, a folder, or {@code -} for standard input
   * @param repository a folder in the repository that the plan is about; without it the one around
   *     the plan
   */
  CheckedPlan check(String plan, Optional<String> repository);

  /**
   * Writes a new plan under the naming convention.
   *
   * @param project a name or short name of the configuration; without it the repository's folder
   * @return the path of the new file
   * @throws dev.signalbox.error.SignalboxException when the file exists, or a name is not usable
   */
  String init(String topic, Optional<String> project, String folder);

  /**
   * Writes the workflows with which CI reviews pull requests into the repository around a folder.
   *
   * @param kind {@code agent}, {@code models}, or {@code all}
   * @param isForced whether files that say something else are written over
   * @return what was written, from the repository's top folder; empty where all was there before
   * @throws dev.signalbox.error.SignalboxException when a file is in the way, outside of a
   *     repository, or for another kind; nothing is written then
   */
  List<String> initCi(String kind, String folder, boolean isForced);
}
