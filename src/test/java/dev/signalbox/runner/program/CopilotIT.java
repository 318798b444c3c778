package dev.signalbox.runner.program;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.util.List;
import java.util.Map;

/** The real Copilot CLI, with a provider of one's own. */
class CopilotIT extends AgentProgramContractTest {
  @Override
  protected TestedProgram program() {
    return new Copilot();
  }

  private static final class Copilot extends AcpTestedProgram {
    Copilot() {
      super("copilot-cli", Installed.COPILOT);
    }

    @Override
    public Map<String, String> variables(String apiAddress) {
      return Map.of(
          "COPILOT_OFFLINE", "true",
          "COPILOT_PROVIDER_BASE_URL", apiAddress + "/v1",
          "COPILOT_PROVIDER_API_KEY", "a-key-for-no-service",
          "COPILOT_MODEL", "a-model");
    }

    @Override
    public boolean isCareful() {
      return false;
    }

    @Override
    public ModelTools tools() {
      return new Tools();
    }
  }

  private record Tools() implements ModelTools {
    @Override
    public Reply.Block run(String command) {
      return new Reply.Block.ToolUse(
          "bash", Map.of("command", command, "description", "A step of the script"));
    }

    @Override
    public List<Reply> showPlan(Conversation call, String text) {
      return List.of(
          Reply.tool(
              "exit_plan_mode",
              Map.of(
                  "summary",
                  text,
                  "actions",
                  List.of("interactive", "autopilot"),
                  "recommendedAction",
                  "autopilot")));
    }
  }
}
