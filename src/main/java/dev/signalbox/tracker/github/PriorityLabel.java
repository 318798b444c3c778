package dev.signalbox.tracker.github;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub has no priorities; people write them as labels, in a few usual forms. */
final class PriorityLabel {
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:priority|prio)\\s*[:/=-]\\s*(\\S.*)|(\\S+)[ -]priority");

  private static final Pattern GRADE = Pattern.compile("[Pp]([0-4])");

  private PriorityLabel() {}

  /** {@code high} of {@code priority: high}, {@code P1} of {@code P1}; the first that is one. */
  static Optional<String> in(List<String> labels) {
    return labels.stream().flatMap(label -> read(label.strip()).stream()).findFirst();
  }

  private static Optional<String> read(String label) {
    if (GRADE.matcher(label).matches()) {
      return Optional.of("P" + label.substring(1));
    }
    Matcher named = NAMED.matcher(label);
    return named.matches()
        ? Optional.ofNullable(named.group(1)).or(() -> Optional.ofNullable(named.group(2)))
        : Optional.empty();
  }
}
