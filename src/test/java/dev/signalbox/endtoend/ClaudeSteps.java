package dev.signalbox.endtoend;

import dev.signalbox.modelapi.Reply;
import java.util.List;
import java.util.Map;

/** What a model that plays Claude Code says in more than one test. */
final class ClaudeSteps {
  /** The session's words when it is done. */
  static final Reply DONE = Reply.text("It is done.\nTASK_COMPLETE");

  /** A review that found nothing. */
  static final String NOTHING = "{\"recommendation\": \"APPROVE\", \"findings\": []}";

  /** The work of the phase about card numbers, without a check digit. */
  static final Reply.Block MAKE_NUMBERS =
      run(
          "echo Sixteen digits. >numbers.txt && git add numbers.txt"
              + " && git commit -qm 'Card numbers' && echo There. >.sdd-summary.md");

  private ClaudeSteps() {}

  /** Runs a command in the workspace. */
  static Reply.Block run(String command) {
    return new Reply.Block.ToolUse("Bash", Map.of("command", command, "description", "A step"));
  }

  /** Confirms the start, and works. */
  static Reply begin(String words, Reply.Block work) {
    return new Reply.Said(
        List.of(new Reply.Block.Text("Session started\nEstimated cost: $1\n" + words), work));
  }

  /**
   * A review with one critical finding about the numbers.
   *
   * @param quoted what it says stands there
   */
  static String found(String claim, String quoted) {
    return """
    {"recommendation": "REVISE", "findings": [{"id": "F1", "severity": "Critical",
      "location": "numbers.txt:1", "claim": "CLAIM",
      "evidence": "`QUOTED` and nothing else"}]}\
    """
        .replace("CLAIM", claim)
        .replace("QUOTED", quoted);
  }
}
