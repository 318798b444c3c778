package dev.signalbox.glob;

/**
 * The open end of a search for the cheapest path: hands out entries by ascending cost, equal cost
 * first come first served, and remembers how each was reached. Steps cost 0 to 3, so four buckets
 * that take turns do for a priority queue.
 */
final class Frontier {
  /** The parent of the first entry. */
  static final int ROOT = -1;

  /** The code point of a step that takes none. */
  static final int FREE = -1;

  private final IntList nodes = new IntList();
  private final IntList parents = new IntList();
  private final IntList codePoints = new IntList();
  private final IntList[] buckets = {new IntList(), new IntList(), new IntList(), new IntList()};
  private int cost;
  private int taken;

  /** Adds an entry that is reached from the entry {@code parent} with one step. */
  void add(int node, int parent, int codePoint, int stepCost) {
    buckets[(cost + stepCost) & 3].add(nodes.size());
    nodes.add(node);
    parents.add(parent);
    codePoints.add(codePoint);
  }

  /** The next entry; -1 when there is none. */
  int poll() {
    for (int tries = 0; tries < buckets.length; tries++) {
      IntList bucket = buckets[cost & 3];
      if (taken < bucket.size()) {
        return bucket.get(taken++);
      }
      bucket.clear();
      taken = 0;
      cost++;
    }
    return -1;
  }

  int node(int entry) {
    return nodes.get(entry);
  }

  /** The code points on the way to the entry. */
  String path(int entry) {
    IntList backwards = new IntList();
    for (int e = entry; e != ROOT; e = parents.get(e)) {
      if (codePoints.get(e) != FREE) {
        backwards.add(codePoints.get(e));
      }
    }
    StringBuilder path = new StringBuilder();
    while (backwards.size() > 0) {
      path.appendCodePoint(backwards.removeLast());
    }
    return path.toString();
  }
}
