package dev.signalbox.delegation;

import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.tracker.Issue;

/** What has to be true of an issue before an agent elsewhere gets it. */
@FunctionalInterface
public interface HandingRule {

  /**
   * Fails where the issue may not be handed over, and says what is missing; where nobody can tell,
   * with the failure of the read.
   */
  Outcome<Nothing> demand(Issue issue);
}
