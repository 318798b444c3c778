package dev.signalbox.runner.program;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.SessionTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A real program under the contract: how it is had, told its service, and spoken with. */
public interface TestedProgram {

  /** What the catalogue says of it: what it can and cannot do is shown or refuted by the tests. */
  AgentProfile profile();

  /** Installs it; the test is skipped where it cannot be had. */
  Path install() throws IOException, InterruptedException;

  /**
   * The adapter.
   *
   * @param executable where the agent's user reaches it
   * @param home the agent's
   * @param tools of its session
   */
  Dialect dialect(Path executable, Path home, SessionTools tools);

  /** Variables that Signalbox would have for it: its service and a key. */
  Map<String, String> variables(String apiAddress);

  /** Makes what a person who has set it up has in the home folder. */
  default void furnish(Household household, String apiAddress)
      throws IOException, InterruptedException {}

  /** Whether it goes on calling a broken service for longer than a test waits. */
  default boolean isPatient() {
    return false;
  }

  /** Whether what a turn did is kept although it was killed before its end. */
  default boolean isCareful() {
    return true;
  }

  /** Whether it can be told its session's tools, and not to ask about them, in every mode. */
  default boolean hasToolsInEveryMode() {
    return true;
  }

  /** Waits until a conversation that just ended can be gone on with. */
  default void awaitResumable() {}

  ModelTools tools();
}
