package dev.signalbox.runner;

import dev.signalbox.session.AgentSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agreed words in what an agent says itself. A start and an estimate count once for a process,
 * a completed task once for a block of text.
 */
public final class OwnWords {
  private static final String STARTED = "Session started";
  private static final Pattern COMPLETE = Pattern.compile("\\bTASK_COMPLETE\\b");

  /** At the start of a line, also of a list item or in bold. */
  private static final Pattern CONFLICT =
      Pattern.compile("^[ \\t>*_`#-]*CONFLICT:[*_`]*[ \\t]*(\\S.*)$", Pattern.MULTILINE);

  private boolean isStarted;
  private boolean isEstimated;

  /** What a block of the agent's own text says that policy has to know. */
  public List<AgentSignal> in(String text) {
    List<AgentSignal> signals = new ArrayList<>();
    if (!isStarted && text.contains(STARTED)) {
      isStarted = true;
      signals.add(new AgentSignal.StartConfirmed());
    }
    if (!isEstimated) {
      estimate(text, signals);
    }
    Matcher conflict = CONFLICT.matcher(text);
    while (conflict.find()) {
      signals.add(new AgentSignal.ConflictFlagged(ShortText.reason(conflict.group(1))));
    }
    signals.addAll(FeedbackAnswers.in(text));
    if (COMPLETE.matcher(text).find()) {
      signals.add(new AgentSignal.TaskCompleted());
    }
    return signals;
  }

  private void estimate(String text, List<AgentSignal> signals) {
    boolean isCode = false;
    for (String line : text.split("\n", -1)) {
      if (line.stripLeading().startsWith("```")) {
        isCode = !isCode;
      }
      if (!isCode && !isEstimated) {
        Estimates.in(line)
            .ifPresent(usd -> {
              isEstimated = true;
              signals.add(new AgentSignal.EstimateStated(usd));
            });
      }
    }
  }
}
