package dev.signalbox.runner.program;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The real Gemini CLI, with a key. */
class GeminiIT extends AgentProgramContractTest {
  @Override
  protected TestedProgram program() {
    return new Gemini();
  }

  private static final class Gemini extends AcpTestedProgram {
    Gemini() {
      super("gemini", Installed.GEMINI);
    }

    @Override
    public Map<String, String> variables(String apiAddress) {
      return Map.of("GEMINI_API_KEY", "a-key-for-no-service", "GOOGLE_GEMINI_BASE_URL", apiAddress);
    }

    @Override
    public void furnish(Household household, String apiAddress)
        throws IOException, InterruptedException {
      household.furnish(
          ".gemini/settings.json",
          "{\"security\":{\"auth\":{\"selectedType\":\"gemini-api-key\"}},"
              + "\"general\":{\"maxAttempts\":1},\"model\":{\"name\":\"gemini-2.5-flash\"},"
              + "\"privacy\":{\"usageStatisticsEnabled\":false}}");
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
          "run_shell_command", Map.of("command", command, "description", "A step of the script"));
    }

    @Override
    public List<Reply> showPlan(Conversation call, String text) {
      return List.of(
          Reply.tool("write_file", Map.of("file_path", call.planFile(), "content", text)),
          Reply.tool("exit_plan_mode", Map.of("plan_filename", "plan.md")));
    }
  }
}
