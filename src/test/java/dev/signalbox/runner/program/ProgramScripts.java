package dev.signalbox.runner.program;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the model does when a prompt says {@code PLAY:name}. */
record ProgramScripts(ModelTools tools) {

  Reply play(Conversation call) {
    List<Reply> steps = steps(call);
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private List<Reply> steps(Conversation call) {
    return switch (call.script()) {
      case "work" -> work();
      case "ask" -> List.of(run("touch first.txt"), run("touch second.txt"), Reply.text("Done."));
      case "plan" -> planned(call);
      case "replan" -> replanned(call);
      case "slow" -> List.of(run("mkfifo wait; cat wait"), Reply.text("The wait is over."));
      case "note" -> List.of(run("echo one >>steps.txt"), Reply.text("Noted."));
      case "stall" -> List.of(run("echo one >>steps.txt"), new Reply.Stalled());
      case "no-key" -> List.of(new Reply.Failed(401, "authentication_error", "invalid key"));
      case "spend" -> Collections.nCopies(50, run("true"));
      case "limited" -> List.of(new Reply.Failed(429, "rate_limit_error", "Too many requests"));
      case "choose" -> List.of(tools.choose(), Reply.text(thanks(call)));
      case "plant" -> List.of(run(tools.plants()), Reply.text("Done."));
      case "tell" -> List.of(tell(call), Reply.text("Told."));
      case "broken" -> List.of(new Reply.Failed(500, "api_error", "Internal server error"));
      case "recall" ->
          List.of(
              Reply.text(call.mentions("steps.txt") ? "I remember the steps." : "I know nothing."));
      default -> List.of(Reply.text("No script asked for."));
    };
  }

  /** An answer is told to the model in quotes, by each program in its own way. */
  private static String thanks(Conversation call) {
    boolean isAnswered = call.mentions("[\\\"SQLite\\\"]") || call.mentions("=\\\"SQLite\\\"");
    return isAnswered ? "Thanks for SQLite." : "Thanks for nothing.";
  }

  private List<Reply> work() {
    Reply.Block words =
        new Reply.Block.Text(
            "Session started\nEstimated cost: ~$2-3\nCONFLICT: two names, one field\n");
    Reply.Block commit =
        tools.run("echo hello >hello.txt && git add -A && git commit -qm 'Add hello'");
    return List.of(new Reply.Said(List.of(words, commit)), Reply.text("Done.\nTASK_COMPLETE"));
  }

  /** A no comes as the end of the same turn, or as the next one, which asks for another script. */
  private List<Reply> planned(Conversation call) {
    List<Reply> steps = new ArrayList<>(tools.showPlan(call, "# Plan\n1. Write plan.txt\n"));
    steps.addAll(replanned(call));
    return steps;
  }

  private List<Reply> replanned(Conversation call) {
    List<Reply> steps = new ArrayList<>(tools.showPlan(call, "# Plan\n1. Write planned.txt\n"));
    steps.add(run("echo planned >planned.txt && git add -A && git commit -qm 'Implement'"));
    steps.add(Reply.text("TASK_COMPLETE"));
    return steps;
  }

  private static Reply tell(Conversation call) {
    return call.toolNamed("report_progress")
        .map(tool -> Reply.tool(tool, Map.of("text", "Half of it is done.")))
        .orElseGet(() -> Reply.text("There is no such tool."));
  }

  private Reply run(String command) {
    return new Reply.Said(List.of(tools.run(command)));
  }
}
