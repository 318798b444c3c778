package dev.signalbox.error;

/** Who can do something about an error, and with which exit code the command ends. */
public enum ErrorKind {
  /** The plan, a configuration file or an answer is wrong; the person mends it. Exit 2. */
  USER,
  /** The command line is wrong. Exit 2. */
  USAGE,
  /** Something around us failed: disk, git, network, another program. Exit 1. */
  ENVIRONMENT,
  /** A bug in Signalbox. Exit 1. */
  INTERNAL
}
