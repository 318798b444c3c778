package dev.signalbox.review;

import dev.signalbox.plan.IssueId;
import java.util.Optional;

/** What a person decides about a row of the record. */
public sealed interface RowDecision {

  /**
   * It is right and is dealt with here.
   *
   * @param words what the person says to those who deal with it
   */
  record Agreed(Optional<String> words) implements RowDecision {
    /** Without a word. */
    public Agreed() {
      this(Optional.empty());
    }
  }

  /** It is right, and nothing is done about it: the risk is accepted. */
  record Overridden(String reason) implements RowDecision {}

  /** It is right, and is dealt with in that issue. */
  record Deferred(IssueId issue) implements RowDecision {}

  /** It is wrong. */
  record Rejected(String reason) implements RowDecision {}

  /**
   * The word of the record: {@code agreed}, {@code override}, {@code deferred}, {@code rejected}.
   */
  default String word() {
    return switch (this) {
      case Agreed _ -> "agreed";
      case Overridden _ -> "override";
      case Deferred _ -> "deferred";
      case Rejected _ -> "rejected";
    };
  }

  /** The response that goes with it: the reason, the issue, or the words; may be empty. */
  default String response() {
    return switch (this) {
      case Agreed(Optional<String> words) -> words.orElse("");
      case Overridden(String reason) -> reason;
      case Deferred(IssueId issue) -> issue.value();
      case Rejected(String reason) -> reason;
    };
  }
}
