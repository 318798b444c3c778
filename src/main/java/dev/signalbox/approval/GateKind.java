package dev.signalbox.approval;

import java.util.List;
import java.util.Locale;

/** What a gate is about; which decisions it takes follows from it. */
public enum GateKind {
  /** The dispatch table, before anything starts. */
  TABLE("start the run", "start nothing"),
  /** Gate 1: the plan as a specification, before anybody reviews it. */
  SPEC("the specification is right as it stands", "start nothing"),
  /** The plan's estimate is above its cost checkpoint. */
  COST("spend as estimated", "start nothing"),
  /** Commands that the plan names and that are new for this repository. */
  COMMANDS("run them, inside the walls that the table names", "start nothing"),
  /** A batch is complete; the next one waits. */
  CHECKPOINT("start the next batch", "end the run here"),
  /** An agent shows its plan. */
  PLAN("implement it", "revise it, as the reason says"),
  /** An agent asks to use a tool. */
  PERMISSION("allow it once", "deny it, with the reason"),
  /** An agent asks which way to go. */
  QUESTION("take the first option of each", "answer nothing, with the reason"),
  /** A session's own estimate is above the cost checkpoint. */
  ESTIMATE("go on", "abandon the session"),
  /** An agent ended its turn without saying that it is done. */
  TURN("take the work as done", "go on, as the reason says"),
  /** A session left something undone that it was asked for. */
  EXIT("take what is committed", "go on, as the reason says"),
  /** A session failed. */
  FAILURE("try again", "leave it failed"),
  /** A branch does not merge. */
  CONFLICT("have the session rebase", "abandon the session"),
  /** Work that merges and does not fit together, or is said not to. */
  SEMANTIC("go on, with the reason as advice", "abandon the sessions"),
  /** Work that no command checks, or that a person wants to see first. */
  MERGE("merge it", "go on, as the reason says"),
  /** The base could not be moved. */
  LANDING("try again", "abandon the session"),
  /** A person goes on with the session's conversation themselves. */
  TAKEOVER("give it back: its agent goes on", "abandon the session"),
  /** Something came in from outside that a person has to look at. */
  TRIAGE("it is dealt with", "it needs nothing, as the reason says"),
  /** Another agent opened a pull request for a session's issue. */
  COMPARE("keep the session's: the other is closed", "take the other: the session is given up"),
  /** Gate 2: what reviewers found. */
  REVIEW("agree with all that is open", "reject all that is open, with the reason"),
  /** A session left feedback open that has to be addressed before the merge. */
  FINDING("merge without it", "back to the session, as the reason says"),
  /** The tracker cannot be made to show where an issue stands. */
  TRACKER("try again", "leave it as it is: you see to it"),
  /** The session's issue is another's now. */
  CLAIM("claim it again and go on, if it is free", "abandon the session"),
  /** The run reached its spend cap. */
  SPEND("spend as much again", "cancel the run");

  private final String ifApproved;
  private final String ifRejected;

  GateKind(String ifApproved, String ifRejected) {
    this.ifApproved = ifApproved;
    this.ifRejected = ifRejected;
  }

  /** What an approval does, for people. */
  public String ifApproved() {
    return ifApproved;
  }

  /** What a rejection does, for people. */
  public String ifRejected() {
    return ifRejected;
  }

  /** Whether it takes an answer in words, besides yes and no. */
  public boolean takesWords() {
    return switch (this) {
      case QUESTION, TURN, EXIT, SEMANTIC, TAKEOVER, TRIAGE, REVIEW -> true;
      case TABLE,
          SPEC,
          COST,
          COMMANDS,
          CHECKPOINT,
          PLAN,
          PERMISSION,
          ESTIMATE,
          FAILURE,
          CONFLICT,
          MERGE,
          LANDING,
          FINDING,
          COMPARE,
          TRACKER,
          CLAIM,
          SPEND ->
          false;
    };
  }

  /** What a decision comes to, for people. */
  public String inWords(GateDecision decision) {
    return switch (decision) {
      case GateDecision.Approved _ -> ifApproved;
      case GateDecision.Rejected(String why) -> ifRejected + (why.isBlank() ? "" : ": " + why);
      case GateDecision.Answered(List<String> answers) -> String.join(" ", answers);
    };
  }

  /** The word used in JSON: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
