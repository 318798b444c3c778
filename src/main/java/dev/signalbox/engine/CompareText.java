package dev.signalbox.engine;

import dev.signalbox.document.CodeFence;
import dev.signalbox.feedback.Approach;
import java.util.ArrayList;
import java.util.List;

/** Two pull requests side by side, as a person sees them. */
final class CompareText {
  private static final int PATHS_MAX = 30;

  private CompareText() {}

  static String shown(Deed.Compare deed, Deed.Result.Compared found) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s has the issue, so its pull request %d is canonical and %d is advisory."
            .formatted(deed.session(), deed.own(), deed.pullRequest()));
    lines.add("Neither is merged before you choose.");
    lines.addAll(side("Canonical", found.own()));
    lines.addAll(side("Advisory", found.other()));
    lines.add("");
    lines.add(
        found.other().isOfAnAgent()
            ? "Approved: pull request %d is closed with an explanation."
                .formatted(deed.pullRequest())
            : "Approved: pull request %d stays open, since no agent of the catalogue opened it."
                .formatted(deed.pullRequest()));
    lines.add(
        "Rejected: %s is given up, and pull request %d goes on as a standard review."
            .formatted(deed.session(), deed.pullRequest()));
    return String.join("\n", lines);
  }

  private static List<String> side(String role, Approach approach) {
    List<String> said = new ArrayList<>();
    said.add("By: " + approach.author().login());
    said.add("Head: " + approach.look().head());
    said.add("Size: " + approach.size() + " in " + approach.paths().size() + " files");
    approach.paths().stream().limit(PATHS_MAX).forEach(path -> said.add("  " + path));
    if (approach.paths().size() > PATHS_MAX) {
      said.add("  and %d more".formatted(approach.paths().size() - PATHS_MAX));
    }
    said.add(
        "Checks: " + (approach.checks().isEmpty() ? "none" : String.join(", ", approach.checks())));
    List<String> lines = new ArrayList<>(List.of("", role + ": " + approach.url()));
    lines.addAll(CodeFence.block("untrusted", String.join("\n", said)));
    return lines;
  }
}
