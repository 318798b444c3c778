package dev.signalbox.engine;

/** What a person sees of a merge that waits for them. */
final class MergeText {
  private MergeText() {}

  static String title(Session session) {
    String question = "Merge " + session.id() + " " + session.spec().phase() + "?";
    return session.drift().isUndecided()
        ? question + " It changes files outside of its scope."
        : question;
  }

  static String shown(Session session, String tip) {
    String drift = DriftText.whole(session.drift());
    return "Branch %s at %s.\n\n%s%s"
        .formatted(
            session.spec().handling().branch(),
            tip,
            drift.isEmpty() ? "" : drift + "\n",
            session.known().summary().orElse(""));
  }
}
