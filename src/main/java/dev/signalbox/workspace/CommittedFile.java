package dev.signalbox.workspace;

/** A file as it is in a commit. */
public sealed interface CommittedFile {
  /** Its text, without what is secret. */
  record Text(String text) implements CommittedFile {}

  /** It is not there. */
  record Absent() implements CommittedFile {}

  /** It is there and was not read: it is too large, a link, or no text. */
  record Unread() implements CommittedFile {}
}
