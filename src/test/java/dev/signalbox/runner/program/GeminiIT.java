package dev.signalbox.runner.program;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

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

    /**
     * It names a conversation's file by the minute, and loading one within the minute of its start
     * writes an empty one over it.
     */
    @Override
    public void awaitResumable() {
      Instant next = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      while (Instant.now().isBefore(next)) {
        LockSupport.parkUntil(next.toEpochMilli());
      }
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
