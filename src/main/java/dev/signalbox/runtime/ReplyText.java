package dev.signalbox.runtime;

import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Reply;
import dev.signalbox.engine.Reply.Manner;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.tracker.TrackerMarkdown;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said to who remarked something. Words of agents stand in a block of code, where they call
 * nobody and close nothing; words that a person decided with stay here.
 */
final class ReplyText {
  private static final int COMMIT_CHARS = 10;
  private static final int REASON_CHARS_MAX = 2_000;

  private ReplyText() {}

  /** Under which it is said once; all that came late is one comment. */
  static String key(RunSpec spec, Feedback feedback, Reply.To to) {
    return to.manner() == Manner.SUMMARY
        ? "replies/" + spec.run()
        : "reply/" + spec.run() + "/" + feedback.number();
  }

  /** The answer to one remark; one that is not on a line is named by its address. */
  static String of(RunState run, Feedback feedback, Reply.To to) {
    List<String> lines = new ArrayList<>();
    if (!to.isOnLine() && to.manner() != Manner.SUMMARY) {
      lines.add("About " + address(run, to) + ":");
      lines.add("");
    }
    String words = settled(feedback).words();
    switch (to.manner()) {
      case ADDRESSED -> lines.add("Addressed in %s.".formatted(commit(words)));
      case GIVEN_UP ->
          lines.add(
              "Left to a person: something was changed for this, in work that was given up before"
                  + " it was shown here.");
      case DECLINED -> {
        lines.add("Declined:");
        lines.add("");
        lines.addAll(TrackerMarkdown.fenced(bounded(words)));
      }
      case LEFT -> lines.add("Left to a person: the work goes on without it.");
      case SEEN -> lines.add("Left to a person, who has seen it: nothing else was to be done.");
      case FILED -> lines.add("Filed as %s.".formatted(TrackerMarkdown.quiet(words)));
      case SUMMARY -> lines.addAll(late(run, to.pullRequest()));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Everything that came on that pull request when its session was over, and what became of it. */
  private static List<String> late(RunState run, int pullRequest) {
    List<String> lines = new ArrayList<>();
    lines.add("What was said here after the session was over:");
    lines.add("");
    for (Feedback each : run.feedback().values()) {
      each.reply()
          .to()
          .filter(to -> to.manner() == Manner.SUMMARY && to.pullRequest() == pullRequest)
          .ifPresent(to -> lines.add("- %s: %s".formatted(address(run, to), inShort(each))));
    }
    return lines;
  }

  private static String inShort(Feedback feedback) {
    return switch (settled(feedback).fate()) {
      case ADDRESSED -> "addressed";
      case DECLINED -> "declined";
      case FILED -> "filed as " + TrackerMarkdown.quiet(settled(feedback).words());
      case LEFT, NOTED, PASSED_ON, MERGED, CLOSED, WITHDRAWN -> "left to a person";
    };
  }

  private static Stage.Settled settled(Feedback feedback) {
    return feedback.stage() instanceof Stage.Settled settled
        ? settled
        : new Stage.Settled(Fate.NOTED, "", "");
  }

  /** Where a person sees the remark, below the address that the forge gave the pull request. */
  private static String address(RunState run, Reply.To to) {
    String page =
        run.sessions().values().stream()
            .flatMap(session -> session.trace().pullRequest().stream())
            .filter(shown -> shown.number() == to.pullRequest())
            .map(PullRequestShown::url)
            .findFirst()
            .orElse("");
    String number = to.remark().substring(to.remark().indexOf(':') + 1);
    String kind =
        to.isOnLine()
            ? "#discussion_r"
            : to.remark().startsWith("review:") ? "#pullrequestreview-" : "#issuecomment-";
    return page + kind + number;
  }

  private static String bounded(String words) {
    String stripped = words.strip();
    return stripped.length() <= REASON_CHARS_MAX
        ? stripped
        : stripped.substring(0, REASON_CHARS_MAX - 1) + "\u2026";
  }

  private static String commit(String words) {
    String commit = TrackerMarkdown.quiet(words.strip());
    return commit.substring(0, Math.min(COMMIT_CHARS, commit.length()));
  }
}
