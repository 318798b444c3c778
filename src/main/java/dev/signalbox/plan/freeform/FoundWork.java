package dev.signalbox.plan.freeform;

import java.util.List;
import java.util.Map;

/**
 * The work of a document.
 *
 * @param open what is to do, in the document's order
 * @param done what is marked as finished
 * @param groups sections whose parts are the phases, with those
 * @param unread sections that look like work and are not read
 */
record FoundWork(
    List<Work> open, List<Work> done, Map<Section, List<Section>> groups, List<Section> unread) {

  boolean isEmpty() {
    return open.isEmpty() && done.isEmpty();
  }
}
