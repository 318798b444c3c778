package dev.signalbox.redaction;

import java.util.List;

/** How secrets that begin with a certain word, or follow it, are told from other text. */
interface Shape {

  /**
   * Adds the secrets that the word tells of.
   *
   * @param at where the word begins
   * @param after where it ends
   */
  void find(Bytes bytes, int at, int after, List<Span> into);
}
