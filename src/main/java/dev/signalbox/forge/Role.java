package dev.signalbox.forge;

/** What an account may do in a repository, least first. */
public enum Role {
  NONE,
  READ,
  TRIAGE,
  WRITE,
  MAINTAIN,
  ADMIN
}
