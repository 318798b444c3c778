package dev.signalbox.plan;

import java.util.Locale;
import java.util.Optional;

/** What happens when a session changes files that its phase does not touch. */
public enum ScopePolicy {
  /** It is recorded and shown. */
  RECORD,
  /**
   * A person is asked first, where the agent asks; what git finds is asked about before a merge.
   */
  ASK,
  /** It is denied, where the agent asks; what git finds is asked about before a merge. */
  ENFORCE;

  /** The word used in plans and JSON: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The policy with that {@link #word()}; empty for any other text. */
  public static Optional<ScopePolicy> of(String text) {
    for (ScopePolicy policy : values()) {
      if (policy.word().equals(text)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
