package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.plan.IssueId;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.PhaseKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A prompt that starts a session, kept in a code block: {@code Implement CIA-413 from master plan
 * CIA-379 (Phase 1A: Review gates).}, then Context, Execution mode, Tasks and Deliverable.
 *
 * @param verb the first word
 * @param issues what the session works on; at least one
 * @param key the phase that the prompt names
 * @param master the master plan's issue
 * @param at the first line
 */
record DispatchPrompt(
    String verb,
    List<IssueId> issues,
    Optional<PhaseKey> key,
    Optional<IssueId> master,
    Position at,
    PromptBody body) {
  private static final String MASTER = "from master plan";
  private static final int OPENING_LINES_MAX = 3;

  /** The prompt in a code block; empty where the block is none. */
  static Optional<DispatchPrompt> of(Block.Code code) {
    List<Line> lines = code.lines();
    Optional<Line> first = lines.stream().filter(line -> !line.text().isBlank()).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String opening = opening(lines);
    int end = opening.indexOf(' ');
    int master = opening.indexOf(MASTER);
    if (master < 0 || end < 0 || !isVerb(opening.substring(0, end))) {
      return Optional.empty();
    }
    int bracket = opening.indexOf("(Phase ");
    int named = bracket < 0 ? master : Math.min(master, bracket);
    List<IssueId> issues = IssueText.all(opening.substring(0, named));
    if (issues.isEmpty()) {
      return Optional.empty();
    }
    Position at = first.get().at();
    return Optional.of(
        new DispatchPrompt(
            opening.substring(0, end),
            issues,
            bracket < 0 ? Optional.empty() : key(opening, bracket, at),
            IssueText.all(opening.substring(master)).stream().findFirst(),
            at,
            PromptBody.of(lines)));
  }

  /** The first paragraph on one line, links as their text, cut where the body begins. */
  private static String opening(List<Line> lines) {
    List<String> parts = new ArrayList<>();
    for (Line line : lines) {
      String plain = InlineText.plain(line.text());
      boolean ended = plain.isEmpty() || PromptBody.isSection(plain);
      if (parts.size() == OPENING_LINES_MAX || (ended && !parts.isEmpty())) {
        break;
      }
      if (!ended) {
        parts.add(plain);
      }
    }
    return String.join(" ", parts);
  }

  /** A template begins with a brace instead of a verb. */
  private static boolean isVerb(String word) {
    return word.chars().allMatch(Character::isLetter) && Character.isUpperCase(word.charAt(0));
  }

  private static Optional<PhaseKey> key(String opening, int bracket, Position at) {
    int close = opening.indexOf(')', bracket);
    String text = opening.substring(bracket + 1, close < 0 ? opening.length() : close);
    return PhaseKey.of(new Line(text, at));
  }
}
