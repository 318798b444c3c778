package dev.signalbox.engine;

import dev.signalbox.document.CodeFence;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.Touched;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One artifact that several sessions changed, as a person sees it: why it is asked, who did what.
 */
final class OverlapText {
  private OverlapText() {}

  static String title(Session session, List<Taken.Overlap> met) {
    Set<String> others = new LinkedHashSet<>();
    met.forEach(each -> others.add(each.other().value()));
    return "%s and %s both changed %s"
        .formatted(
            session.id(), String.join(", ", others), DriftText.brief(List.copyOf(artifacts(met))));
  }

  private static Set<String> artifacts(List<Taken.Overlap> met) {
    return met.stream()
        .map(Taken.Overlap::artifact)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static String shown(
      Deciding deciding, Session session, List<Taken.Overlap> met, List<SessionId> halted) {
    List<Session> sides = new ArrayList<>(List.of(session));
    met.stream().map(Taken.Overlap::other).distinct().map(deciding::session).forEach(sides::add);
    List<String> lines = new ArrayList<>();
    lines.add("Each of these works merges cleanly. You are asked all the same:");
    for (String artifact : artifacts(met)) {
      lines.add("- " + SharedArtifact.of(deciding.spec(), artifact).rule());
    }
    lines.add(
        "The plan does not say that both change it, and neither was made on top of the other: they"
            + " may be two answers to one question.");
    for (Session side : sides) {
      lines.add("");
      lines.addAll(SemanticText.approach(side));
      lines.add(standing(side, halted));
      for (String artifact : artifacts(met)) {
        OverlapRules.touched(side, artifact).ifPresent(it -> lines.addAll(changes(it)));
      }
    }
    lines.add("");
    lines.addAll(choices(halted));
    return String.join("\n", lines);
  }

  private static String standing(Session side, List<SessionId> halted) {
    if (halted.contains(side.id())) {
      return "It stands still until you decide.";
    }
    return side.state() instanceof SessionState.Merged
        ? "It is merged already."
        : "It is being merged, or stands still for another decision.";
  }

  private static List<String> changes(Touched touched) {
    String more = touched.more() == 0 ? "" : " and " + touched.more() + " more";
    List<String> lines = new ArrayList<>();
    lines.add("Its changes of " + touched.artifact() + ":");
    lines.addAll(
        CodeFence.block(
            "untrusted", String.join("\n", touched.paths()) + more + "\n\n" + touched.diff()));
    return lines;
  }

  private static List<String> choices(List<SessionId> halted) {
    List<String> lines = new ArrayList<>();
    lines.add("Approve: all go on as they stand; each merge is still computed and verified.");
    if (halted.size() > 1) {
      lines.add("Answer 'keep " + halted.getFirst() + ": why': it goes on, the others end.");
    }
    lines.add("Answer anything else: it is said to the agents, which go on working with it.");
    lines.add("Reject: " + halted + " end, and nothing of them is merged.");
    return lines;
  }
}
