package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.limit.Limits;
import java.util.List;

/** What Signalbox says to agents besides the prompt. */
final class AgentText {
  static final String GO_ON = "A person agreed. Go on with your task.";
  static final String PLAN_FIRST =
      "Nothing may be changed before your plan is approved. Present your plan.";
  static final String ENDING = "The session is ending; nothing more is allowed.";
  static final String CONTEXT_WARNING =
      "Half of your context window is used. Write what you learned and where you stand to"
          + " `.sdd-progress.md`, keep `.sdd-state.json` up to date, and go on.";
  static final String HAND_OFF =
      "Your context window is nearly full; a new conversation takes over. Commit what is done,"
          + " write the current task, what is left and what you learned to `.sdd-progress.md`,"
          + " update `.sdd-state.json`, then end your turn.";
  static final String REGAINED =
      "The work stood still: another engine had this issue for a while. A person decided that you go"
          + " on. Look at the branch first, and reply with 'Session started'.";

  static final String TAKE_OVER =
      "You take this session over from a conversation that grew too long. Read `.sdd-progress.md`"
          + " and `.sdd-state.json` in the workspace root first and go on from there.";
  static final String CONTINUE =
      "You ended your turn without `TASK_COMPLETE`. Go on. When every acceptance criterion is met,"
          + " tests pass, everything is committed and `.sdd-progress.md` is up to date, reply with"
          + " `TASK_COMPLETE` alone on a line.";

  private AgentText() {}

  static String remark(String words) {
    return words.isEmpty() ? CONTINUE : "A person looked at it and says:\n\n" + words;
  }

  static String missing(List<String> missing) {
    return "Before this session can end, this is missing:\n- "
        + String.join("\n- ", missing)
        + "\nDo it, then reply with `TASK_COMPLETE` alone on a line.";
  }

  static String interrupted(String reason) {
    return "You were interrupted ("
        + reason
        + "). Check in the workspace what took effect, then go on with your task. Reply with"
        + " 'Session started' first.";
  }

  static String otherApproach(List<String> failed) {
    return "This was tried before and failed:\n- "
        + String.join("\n- ", failed)
        + "\nThe workspace is as that attempt left it. Try a different approach, and note what was"
        + " tried, its symptom and why it failed in `.sdd-progress.md`. At most "
        + Limits.APPROACHES_MAX
        + " approaches are tried before a person decides.";
  }

  static String givenBack(String words) {
    String said = words.isEmpty() ? "" : "The person says:\n\n" + words + "\n\n";
    return "A person took this session over, went on with this conversation in the agent's own"
        + " screen, and has given it back. They may have changed and committed files outside of"
        + " the conversation too: look at `git status` and `git log` first. Reply with 'Session"
        + " started', then go on with your task.\n\n"
        + said
        + "When every acceptance criterion is met, reply with `TASK_COMPLETE` alone on a line.";
  }

  static String rebase(RunSpec spec, Gate gate) {
    String base = spec.target().base();
    return "Your branch does not merge into `"
        + base
        + "`, which has moved on. Run `git rebase origin/"
        + base
        + "`, resolve the conflicts so that both sides keep their"
        + " meaning, check that everything still works, commit, and reply with `TASK_COMPLETE`."
        + " Reply with 'Session started' first.\n\n"
        + MergeText.sides(gate.shown());
  }

  /** Its branch was moved outside of its workspace. */
  static String resolved(String commit) {
    return "Another session resolved the conflict of your branch with the base. Run `git merge --ff-only "
        + commit
        + "` before anything else.\n\n";
  }

  static String semantic(Gate gate, String words) {
    String advice = words.isEmpty() ? "" : "A person says:\n\n" + words + "\n\n";
    return advice
        + "Go on with this in mind, and reply with `TASK_COMPLETE` when it is resolved:\n\n"
        + gate.shown();
  }

  static String verifyFailed(String command, String log) {
    return "On top of the current base, `"
        + command
        + "` fails with your branch merged. Rebase onto the base under `origin/` if it moved, mend it,"
        + " commit, and reply with `TASK_COMPLETE`. Reply with 'Session started' first.\n\n"
        + log;
  }
}
