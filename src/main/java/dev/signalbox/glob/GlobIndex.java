package dev.signalbox.glob;

import dev.signalbox.glob.KeyOrder.Entry;
import dev.signalbox.glob.KeyOrder.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the globs of a list that meet another or match a path, without comparing with each. They
 * are filed by the text that their matches start with and by the text that they end with; a query
 * goes where fewer are, and decides only these. Immutable.
 */
public final class GlobIndex {
  /** With so few candidates, looking for fewer costs more than deciding them. */
  private static final int FEW = 8;

  private final List<Glob> globs;
  private final KeyOrder starts;
  // Made when first needed, for most lists never; a race costs time only.
  private @Nullable KeyOrder ends;

  private GlobIndex(List<Glob> globs) {
    this.globs = List.copyOf(globs);
    List<Entry> entries = new ArrayList<>(globs.size());
    for (int i = 0; i < globs.size(); i++) {
      Glob glob = globs.get(i);
      Optional<String> path = glob.literalPath();
      String start = path.orElseGet(() -> glob.compiled().prefix());
      entries.add(new Entry(start, i, path.isPresent()));
    }
    this.starts = new KeyOrder(entries);
  }

  /** An index of the globs; their places in the list, from 0, are what queries hand out. */
  public static GlobIndex of(List<Glob> globs) {
    return new GlobIndex(globs);
  }

  private KeyOrder ends() {
    KeyOrder known = ends;
    if (known == null) {
      List<Entry> entries = new ArrayList<>(globs.size());
      for (int i = 0; i < globs.size(); i++) {
        Glob glob = globs.get(i);
        Optional<String> path = glob.literalPath();
        String end = path.map(p -> "/" + p).orElseGet(() -> glob.compiled().suffix());
        entries.add(new Entry(backwards(end), i, path.isPresent()));
      }
      known = new KeyOrder(entries);
      ends = known;
    }
    return known;
  }

  /** Character by character: StringBuilder.reverse would keep the order of surrogate pairs. */
  private static String backwards(String text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = text.charAt(chars.length - 1 - i);
    }
    return new String(chars);
  }

  /** Hands out the indices of all globs that meet the query, ascending, each once. */
  public void forEachMeeting(Glob query, IntConsumer consumer) {
    if (query.literalPath().isPresent()) {
      forEachMatching(query.literalPath().orElseThrow(), consumer);
      return;
    }
    IntList found = new IntList();
    Compiled compiled = query.compiled();
    Found near = starts.startingWith(compiled.prefix());
    if (compiled.subtree()) {
      starts.forEachInRange(near, found::add);
      starts.forEachParent(near, i -> addIf(query.meets(globs.get(i)), i, found));
    } else {
      forEachCandidate(
          near,
          () -> ends().startingWith(backwards(compiled.suffix())),
          i -> addIf(query.meets(globs.get(i)), i, found));
    }
    found.forEachSorted(consumer);
  }

  /** Hands out the indices of all globs that match the path, ascending, each once. */
  public void forEachMatching(String path, IntConsumer consumer) {
    IntList found = new IntList();
    forEachCandidate(
        starts.at(path),
        () -> ends().at(backwards("/" + path)),
        i -> addIf(globs.get(i).matches(path), i, found));
    found.forEachSorted(consumer);
  }

  private void forEachCandidate(Found byStart, Supplier<Found> findByEnd, IntConsumer consumer) {
    int count = starts.count(byStart);
    if (count > FEW) {
      Found byEnd = findByEnd.get();
      if (ends().count(byEnd) < count) {
        ends().forEachInRange(byEnd, consumer);
        ends().forEachParent(byEnd, consumer);
        return;
      }
    }
    starts.forEachInRange(byStart, consumer);
    starts.forEachParent(byStart, consumer);
  }

  private static void addIf(boolean found, int index, IntList list) {
    if (found) {
      list.add(index);
    }
  }
}
