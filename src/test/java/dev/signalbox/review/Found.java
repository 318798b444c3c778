package dev.signalbox.review;

import java.util.List;
import java.util.Optional;

/** Makes findings for tests. */
final class Found {
  private Found() {}

  static Finding of(String id, Severity severity, String location, String claim) {
    return new Finding(id, severity, Location.of(location), claim, "shown by a test", "");
  }

  static Reported by(String reviewer, Finding finding) {
    return new Reported(reviewer, finding);
  }

  static Row row(RowId id, int reviewers, Reported... findings) {
    return new Row(id, List.of(findings), reviewers, 1, Optional.empty());
  }
}
