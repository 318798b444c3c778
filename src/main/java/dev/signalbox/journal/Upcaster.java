package dev.signalbox.journal;

import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a fact as it was once written into its next shape, while reading; the journal keeps the old
 * one. Pure.
 */
@FunctionalInterface
public interface Upcaster {

  /** The next version's JSON. May change its argument and return it. */
  ObjectNode apply(ObjectNode json);
}
