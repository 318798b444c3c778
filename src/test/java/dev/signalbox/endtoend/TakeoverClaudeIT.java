package dev.signalbox.endtoend;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.claude.ClaudeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The screen of Claude Code, while it asks. */
class TakeoverClaudeIT extends ScreenTakeoverTest {

  TakeoverClaudeIT() {
    super(AgentHome.CLAUDE, new ClaudeProgram());
  }

  @Override
  Reply begin() {
    Map<String, Object> question =
        Map.of(
            "question",
            "Which numbers?",
            "header",
            "Numbers",
            "multiSelect",
            false,
            "options",
            List.of(
                Map.of("label", "Blue", "description", "Blue ones"),
                Map.of("label", "Green", "description", "Green ones")));
    return new Reply.Said(
        List.of(
            new Reply.Block.Text("Session started\nEstimated cost: $1"),
            new Reply.Block.ToolUse("AskUserQuestion", Map.of("questions", List.of(question)))));
  }

  @Override
  void know(Shop shop, Path workspace) throws IOException {
    Files.writeString(
        shop.home().resolve(".claude.json"),
        """
        {"hasCompletedOnboarding":true,"theme":"dark",
         "customApiKeyResponses":{"approved":["a-key-for-no-service"],"rejected":[]},
         "projects":{"%s":{"hasTrustDialogAccepted":true,"hasCompletedProjectOnboarding":true}}}
        """
            .formatted(workspace));
  }

  @Override
  boolean isReady(Told told) {
    return told.all(Fact.GateOpened.class).stream()
        .anyMatch(fact -> fact.gate().kind() == GateKind.QUESTION);
  }

  @Override
  String prompt() {
    return "\u276f";
  }

  @Override
  String transcripts() {
    return ".claude/projects";
  }

  @Override
  String quit() {
    return "/exit";
  }
}
