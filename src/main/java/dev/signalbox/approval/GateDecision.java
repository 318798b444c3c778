package dev.signalbox.approval;

import java.util.List;

/** What a person decided. */
public sealed interface GateDecision {

  record Approved() implements GateDecision {}

  /**
   * No.
   *
   * @param why for whoever has to go on with it; may be empty
   */
  record Rejected(String why) implements GateDecision {}

  /**
   * An answer in words.
   *
   * @param answers one per item of the question; one for every other gate
   */
  record Answered(List<String> answers) implements GateDecision {
    public Answered {
      answers = List.copyOf(answers);
    }
  }
}
