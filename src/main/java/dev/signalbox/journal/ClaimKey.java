package dev.signalbox.journal;

import dev.signalbox.plan.IssueId;

/**
 * What a claim is on.
 *
 * @param scope within which issues have one meaning: the tracker's name, or the plan file where the
 *     plan itself is the tracker
 */
public record ClaimKey(String scope, IssueId issue) {
  @Override
  public String toString() {
    return scope + " " + issue;
  }
}
