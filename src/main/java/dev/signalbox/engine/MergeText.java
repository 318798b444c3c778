package dev.signalbox.engine;

import dev.signalbox.document.CodeFence;
import java.util.List;

/** What a person sees of a merge that waits for them. */
final class MergeText {
  private MergeText() {}

  static String title(Session session) {
    String question = "Merge " + session.id() + " " + session.spec().phase() + "?";
    return session.drift().isUndecided()
        ? question + " It changes files outside of its scope."
        : question;
  }

  private static final String CHOICES = "\n\nChoose one:\n";

  /** Both sides, then what can be done about it. */
  static String conflict(Deciding deciding, Session session, String shown) {
    RunSpec spec = deciding.spec();
    String base = spec.target().base();
    List<String> first =
        deciding.run().sessions().stream()
            .filter(MergeRules::isInBase)
            .map(each -> each.id().value())
            .toList();
    String order =
        "%s finished after what `%s` holds%s, so it is the one to come up to date."
            .formatted(
                session.id(), base, first.isEmpty() ? "" : " of " + String.join(", ", first));
    return order
        + "\n\n"
        + String.join("\n", CodeFence.block("untrusted", shown.strip()))
        + CHOICES
        + """
        - rebase (the same as to approve): %1$s goes on, rebases onto `%2$s` and keeps both sides
        - resolve, or resolve with AGENT: a session of its own merges the two; it may change the \
        files in conflict only, and what it makes takes the place of %1$s's work, to be verified, \
        reviewed and merged like any. AGENT is one of %3$s
        - merged: you resolved it yourself, in a checkout of `%2$s`, and committed:
            git switch %2$s
            git merge refs/signalbox/sessions/%4$s/%1$s
        - reject: %1$s is abandoned
        """
            .formatted(session.id(), base, ResolverSession.agents(spec), spec.run())
            .stripTrailing();
  }

  /** The sides alone, for an agent: the choices are a person's. */
  static String sides(String shown) {
    int choices = shown.lastIndexOf(CHOICES);
    return choices < 0 ? shown : shown.substring(0, choices);
  }

  /** The work; {@code isPast} says that it is not what passed the session's last milestone. */
  static String shown(Session session, String tip, boolean isPast) {
    String drift = DriftText.whole(session.drift());
    return "Branch %s at %s.\n\n%s%s%s"
        .formatted(
            session.spec().handling().branch(),
            tip,
            isPast ? "It changed after its last milestone, and nobody reviewed that.\n\n" : "",
            drift.isEmpty() ? "" : drift + "\n",
            session.known().summary().orElse(""));
  }
}
