package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Finds the globs of a list that meet another or match a path, without comparing with each. Filed
 * by the text that their matches start with and by the text that they end with; a query goes where
 * fewer are, and decides only these. Immutable.
 */
public final class GlobIndex {
  /** With so few candidates, looking for fewer costs more than deciding them. */
  private static final int FEW = 8;

  private final List<Glob> globs;
  private final KeyOrder starts;
  private final KeyOrder ends;

  private GlobIndex(List<Glob> globs) {
    this.globs = List.copyOf(globs);
    List<KeyOrder.Entry> byStart = new ArrayList<>(globs.size());
    List<KeyOrder.Entry> byEnd = new ArrayList<>(globs.size());
    for (int i = 0; i < globs.size(); i++) {
      Optional<String> path = globs.get(i).literalPath();
      boolean literal = path.isPresent();
      String start = literal ? path.orElseThrow() : globs.get(i).outline().prefix();
      String end = literal ? "/" + start : globs.get(i).outline().suffix();
      byStart.add(new KeyOrder.Entry(start, i, literal));
      byEnd.add(new KeyOrder.Entry(backwards(end), i, literal));
    }
    this.starts = new KeyOrder(byStart);
    this.ends = new KeyOrder(byEnd);
  }

  /** An index of the globs; their places in the list, from 0, are what queries hand out. */
  public static GlobIndex of(List<Glob> globs) {
    return new GlobIndex(globs);
  }

  private static String backwards(String text) {
    // Not StringBuilder.reverse, which keeps surrogate pairs in order: here only equality of
    // characters counts, and a text must end where its reverse starts.
    char[] chars = text.toCharArray();
    for (int i = 0, j = chars.length - 1; i < j; i++, j--) {
      char c = chars[i];
      chars[i] = chars[j];
      chars[j] = c;
    }
    return new String(chars);
  }

  /** Hands out the indices of all globs that meet the query, ascending, each once. */
  public void forEachMeeting(Glob query, IntConsumer consumer) {
    Optional<String> path = query.literalPath();
    if (path.isPresent()) {
      forEachMatching(path.orElseThrow(), consumer);
      return;
    }
    IntList found = new IntList();
    Outline outline = query.outline();
    KeyOrder.Found near = starts.startingWith(outline.prefix());
    if (outline.subtree()) {
      starts.forEachInRange(near, found::add);
      starts.forEachParent(near, i -> addIf(Meeting.exists(query, globs.get(i)), i, found));
    } else {
      String end = backwards(outline.suffix());
      forEachCandidate(
          near,
          () -> ends.startingWith(end),
          i -> addIf(Meeting.exists(query, globs.get(i)), i, found));
    }
    found.forEachSorted(consumer);
  }

  /** Hands out the indices of all globs that match the path, ascending, each once. */
  public void forEachMatching(String path, IntConsumer consumer) {
    IntList found = new IntList();
    forEachCandidate(
        starts.at(path),
        () -> ends.at(backwards("/" + path)),
        i -> addIf(globs.get(i).matches(path), i, found));
    found.forEachSorted(consumer);
  }

  private void forEachCandidate(
      KeyOrder.Found byStart, Supplier<KeyOrder.Found> end, IntConsumer consumer) {
    int count = starts.count(byStart);
    KeyOrder.Found byEnd = count <= FEW ? byStart : end.get();
    KeyOrder order = count <= FEW || count <= ends.count(byEnd) ? starts : ends;
    KeyOrder.Found found = order == starts ? byStart : byEnd;
    order.forEachInRange(found, consumer);
    order.forEachParent(found, consumer);
  }

  private static void addIf(boolean found, int index, IntList list) {
    if (found) {
      list.add(index);
    }
  }
}
