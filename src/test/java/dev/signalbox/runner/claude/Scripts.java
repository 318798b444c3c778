package dev.signalbox.runner.claude;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.util.List;
import java.util.Map;

/** What the model does when a prompt says {@code PLAY:name}. */
final class Scripts {
  /** Tries to leave something for later conversations that are not the agent's. */
  private static final String PLANT =
      "for file in settings.json hooks/end.sh; do echo x >>~/.claude/$file; done;"
          + " rm -rf ~/.claude/settings.json ~/.claude/hooks;"
          + " mv ~/.claude/settings.json ~/.claude/old; touch tried.txt";

  private Scripts() {}

  static Reply play(Conversation call) {
    List<Reply> steps =
        switch (call.script()) {
          case "work" -> work();
          case "plan" -> plan(call.planFile());
          case "ask" -> ask();
          case "question" -> question();
          case "hasty-plan" -> hastyPlan(call.planFile());
          case "overloaded" -> List.of(new Reply.Failed(529, "overloaded_error", "Overloaded"));
          case "limited" -> List.of(new Reply.Failed(429, "rate_limit_error", "Slow down"));
          case "broken" -> List.of(new Reply.Failed(500, "api_error", "Internal server error"));
          case "no-key" ->
              List.of(new Reply.Failed(401, "authentication_error", "invalid x-api-key"));
          case "slow" ->
              List.of(Reply.bash("mkfifo wait; cat wait"), Reply.text("The wait is over."));
          case "stall" -> List.of(Reply.bash("echo one >>steps.txt"), new Reply.Stalled());
          case "plant" -> List.of(Reply.bash(PLANT), Reply.text("Planted."));
          case "recall" ->
              List.of(
                  Reply.text(
                      call.mentions("steps.txt") ? "I remember the steps." : "I know nothing."));
          default -> List.of(Reply.text("No script asked for."));
        };
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private static List<Reply> work() {
    return List.of(
        new Reply.Said(
            List.of(
                new Reply.Block.Text(
                    "Session started\nEstimated cost: ~$2-3\nCONFLICT: two names, one field"),
                bash("echo hello >hello.txt && git add -A && git commit -qm 'Add hello'"))),
        Reply.text("Done.\nTASK_COMPLETE"));
  }

  private static Reply.Block bash(String command) {
    return new Reply.Block.ToolUse(
        "Bash", Map.of("command", command, "description", "A step of the script"));
  }

  private static List<Reply> plan(String planFile) {
    return List.of(
        Reply.write(planFile, "# Plan\n1. Write plan.txt\n"),
        Reply.tool("ExitPlanMode", Map.of()),
        Reply.write(planFile, "# Plan\n1. Write planned.txt\n"),
        Reply.tool("ExitPlanMode", Map.of()),
        Reply.bash("echo planned >planned.txt && git add -A && git commit -qm 'Implement'"),
        Reply.text("TASK_COMPLETE"));
  }

  private static List<Reply> hastyPlan(String planFile) {
    return List.of(
        Reply.bash("touch early.txt"),
        Reply.write("early.txt", "too early"),
        Reply.write(planFile, "# Plan\n1. Write it again\n"),
        Reply.tool("ExitPlanMode", Map.of()),
        Reply.text("never reached"));
  }

  private static List<Reply> ask() {
    return List.of(
        Reply.bash("touch first.txt"), Reply.bash("touch second.txt"), Reply.text("Finished."));
  }

  private static List<Reply> question() {
    Map<String, Object> one = Map.of("label", "Postgres", "description", "A server");
    Map<String, Object> other = Map.of("label", "SQLite", "description", "A file");
    Map<String, Object> item =
        Map.of(
            "question",
            "Which database?",
            "header",
            "Database",
            "multiSelect",
            false,
            "options",
            List.of(one, other));
    return List.of(
        Reply.tool("AskUserQuestion", Map.of("questions", List.of(item))), Reply.text("Thanks."));
  }
}
