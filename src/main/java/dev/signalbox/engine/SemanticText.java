package dev.signalbox.engine;

import dev.signalbox.document.CodeFence;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;

/** Approaches that do not fit together, side by side, as a person sees them. */
final class SemanticText {
  private SemanticText() {}

  /** What is in the way, and each session's approach. */
  static String shown(String found, List<Session> sessions) {
    List<String> lines = new ArrayList<>();
    lines.add(found.strip());
    for (Session session : sessions) {
      lines.add("");
      lines.addAll(approach(session));
    }
    if (sessions.stream().filter(session -> !session.isOver()).count() > 1) {
      SessionId first = sessions.getFirst().id();
      lines.add("");
      lines.add("To go on with one and end the others, answer: keep " + first + ": why");
    }
    return String.join("\n", lines);
  }

  static List<String> approach(Session session) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Approach of %s: %s, phase %s, by %s, on %s"
            .formatted(
                session.id(),
                session.spec().issue(),
                session.spec().phase(),
                session.spec().handling().agent(),
                session.spec().handling().branch()));
    session.trace().pullRequest().ifPresent(shown -> lines.add("Pull request: " + shown.url()));
    String summary = session.known().summary().orElse("No summary yet.");
    lines.addAll(CodeFence.block("untrusted", summary.strip()));
    return lines;
  }
}
