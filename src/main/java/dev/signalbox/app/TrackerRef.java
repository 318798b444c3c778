package dev.signalbox.app;

import dev.signalbox.config.TrackerKind;
import dev.signalbox.plan.IssueId;
import java.util.Optional;

/**
 * A plan in a tracker as a person names it: {@code linear:SHOP-100}, {@code github:owner/name#12}.
 */
record TrackerRef(TrackerKind kind, IssueId issue) {

  /** Empty for the name of a file. */
  static Optional<TrackerRef> of(String name) {
    int colon = name.indexOf(':');
    if (colon < 0 || !IssueId.isValid(name.substring(colon + 1))) {
      return Optional.empty();
    }
    return TrackerKind.of(name.substring(0, colon))
        .filter(kind -> kind != TrackerKind.PLAN_FILE)
        .map(kind -> new TrackerRef(kind, new IssueId(name.substring(colon + 1))));
  }

  /** What names in positions begin with. */
  String prefix() {
    return kind.word() + ":";
  }
}
