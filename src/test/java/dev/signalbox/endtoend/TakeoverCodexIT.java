package dev.signalbox.endtoend;

import dev.signalbox.engine.Fact;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.codex.CodexProgram;
import java.nio.file.Path;
import java.util.List;

/** The screen of Codex, in the middle of a command. */
class TakeoverCodexIT extends ScreenTakeoverTest {
  private static final CodexProgram CODEX = new CodexProgram();

  TakeoverCodexIT() {
    super(AgentHome.CODEX, CODEX);
  }

  @Override
  Reply begin() {
    return new Reply.Said(
        List.of(
            new Reply.Block.Text("Session started\nEstimated cost: $1"), CODEX.run("sleep 600")));
  }

  @Override
  void know(Shop shop, Path workspace) {
    // Its configuration trusts it: AgentHome.
  }

  @Override
  boolean isReady(Told told) {
    return !told.of("S-A", Fact.StartConfirmed.class).isEmpty();
  }

  @Override
  String prompt() {
    return "\u203a";
  }

  @Override
  String transcripts() {
    return ".codex/sessions";
  }

  @Override
  String quit() {
    return "/quit";
  }

  /** What is typed as fast as by a program counts as pasted, the end of the line too. */
  @Override
  void type(TerminalWindow window, String line) throws Exception {
    window.type(line);
    window.shows(line);
    window.press("Enter");
  }
}
