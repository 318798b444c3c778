package dev.signalbox.runner.program;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The real opencode, with a provider of one's own. */
class OpencodeIT extends AgentProgramContractTest {
  @Override
  protected TestedProgram program() {
    return new Opencode();
  }

  private static final class Opencode extends AcpTestedProgram {
    Opencode() {
      super("opencode", Installed.OPENCODE);
    }

    @Override
    public Map<String, String> variables(String apiAddress) {
      return Map.of("OPENCODE_DISABLE_LSP_DOWNLOAD", "1", "OPENCODE_DISABLE_MODELS_FETCH", "1");
    }

    @Override
    public void furnish(Household household, String apiAddress)
        throws IOException, InterruptedException {
      // It writes this one at its first start, and does not start where it cannot.
      household.furnish(".config/opencode/.gitignore", "node_modules\n");
      household.furnish(
          ".config/opencode/opencode.json",
          """
          {"model":"own/a-model","autoupdate":false,
           "provider":{"own":{"npm":"@ai-sdk/openai-compatible","name":"Own",
            "options":{"baseURL":"%s/v1","apiKey":"a-key-for-no-service"},
            "models":{"a-model":{"name":"A model","limit":{"context":100000,"output":8000}}}}}}
          """
              .formatted(apiAddress));
    }

    @Override
    public boolean isPatient() {
      return true;
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
      return List.of(Reply.text(text));
    }
  }
}
