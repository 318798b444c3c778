package dev.signalbox.report;

/** What a session was busy with, as a timeline tells it apart. */
public enum Activity {
  WAITING("waiting"),
  /** Its issue is claimed, its workspace made. */
  PREPARING("preparing"),
  WORKING("agent at work"),
  /** A person works in the agent's own screen. */
  TAKEN_OVER("taken over"),
  /** It stands until a person decides. */
  DECIDING("waiting for a person"),
  /** Reviewers, checks or a pull request are awaited. */
  REVIEWED("being reviewed"),
  MERGING("merging");

  private final String title;

  Activity(String title) {
    this.title = title;
  }

  /** For a legend, in lower case. */
  public String title() {
    return title;
  }

  /** The name in lower case with hyphens: a CSS class. */
  public String word() {
    return title.replace(' ', '-');
  }

  /** Whether an agent or a person works on it. */
  boolean isWork() {
    return this == WORKING || this == TAKEN_OVER;
  }
}
