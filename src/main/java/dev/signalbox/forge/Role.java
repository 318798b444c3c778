package dev.signalbox.forge;

/** What an account may do in a repository, least first. */
public enum Role {
  NONE,
  READ,
  TRIAGE,
  WRITE,
  MAINTAIN,
  ADMIN;

  /** Whether it lets the account change what is in the repository. */
  public boolean mayWrite() {
    return compareTo(WRITE) >= 0;
  }
}
