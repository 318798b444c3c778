package dev.signalbox.runner.claude;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.program.ModelTools;
import java.util.List;
import java.util.Map;

/** The tools of Claude Code. */
public final class ClaudeTools implements ModelTools {

  @Override
  public Reply.Block run(String command) {
    return new Reply.Block.ToolUse("Bash", Map.of("command", command, "description", "The work"));
  }

  @Override
  public List<Reply> showPlan(Conversation call, String text) {
    return List.of(Reply.write(call.planFile(), text), Reply.tool("ExitPlanMode", Map.of()));
  }
}
