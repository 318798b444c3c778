package dev.signalbox.agent;

/** Whether somebody is signed in to an agent's service. */
public enum SignIn {
  YES,
  NO,
  /** The program has no way to tell, or told nothing in time. */
  CANNOT_TELL,
  /** Nobody asked it yet. */
  NOT_ASKED
}
