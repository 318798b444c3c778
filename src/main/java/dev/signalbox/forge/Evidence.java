package dev.signalbox.forge;

/** What says that a pull request is for an issue, strongest first. */
public enum Evidence {
  /** The tracker links it with the issue, or with the agent's session on the issue. */
  TRACKER_LINK,
  /** The forge itself links it with the issue. */
  FORGE_LINK,
  /** It comes from the branch that was agreed for the issue. */
  BRANCH,
  /** Its title or branch names the issue. */
  NAME,
  /** Its text names the issue, and nothing in it names another. */
  TEXT
}
