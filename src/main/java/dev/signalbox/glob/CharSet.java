package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * An immutable set of code points, kept as ascending ranges that neither overlap nor touch. Code
 * points and not UTF-16 characters, so that {@code ?} takes an emoji as the one character it is.
 */
final class CharSet {
  static final CharSet NONE = new CharSet();
  static final CharSet ANY = new CharSet(0, Character.MAX_CODE_POINT);
  static final CharSet NOT_SLASH = new CharSet(0, '/' - 1, '/' + 1, Character.MAX_CODE_POINT);

  private static final CharSet[] ASCII = new CharSet[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = new CharSet(c, c);
    }
  }

  /** First and last code point of each range, by turns. */
  private final int[] bounds;

  private CharSet(int... bounds) {
    this.bounds = bounds;
  }

  static CharSet of(int codePoint) {
    return codePoint < ASCII.length ? ASCII[codePoint] : new CharSet(codePoint, codePoint);
  }

  /** The code points of ranges in any order (first and last each), without the slash. */
  static CharSet in(List<int[]> ranges) {
    return notIn(pairs(notIn(ranges).bounds));
  }

  /** Every code point but those of the ranges and the slash. */
  static CharSet notIn(List<int[]> ranges) {
    List<int[]> sorted = new ArrayList<>(ranges);
    sorted.add(new int[] {'/', '/'});
    sorted.sort(Comparator.comparingInt(range -> range[0]));
    IntList gaps = new IntList();
    int next = 0;
    for (int[] range : sorted) {
      if (range[0] > next) {
        gaps.add(next);
        gaps.add(range[0] - 1);
      }
      next = Math.max(next, range[1] + 1);
    }
    if (next <= Character.MAX_CODE_POINT) {
      gaps.add(next);
      gaps.add(Character.MAX_CODE_POINT);
    }
    return new CharSet(gaps.toArray());
  }

  private static List<int[]> pairs(int[] bounds) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 2) {
      pairs.add(new int[] {bounds[i], bounds[i + 1]});
    }
    return pairs;
  }

  boolean contains(int codePoint) {
    for (int i = 0; i < bounds.length && bounds[i] <= codePoint; i += 2) {
      if (codePoint <= bounds[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * The most legible code point that both sets hold, the dot and the slash left out; -1 when there
   * is none. All such code points are alike to {@link PathState}, so one stands for all.
   */
  static int plain(CharSet a, CharSet b) {
    if (a.contains('x') && b.contains('x')) {
      return 'x';
    }
    Choice choice = new Choice();
    int i = 0;
    int j = 0;
    while (i < a.bounds.length && j < b.bounds.length) {
      int low = Math.max(a.bounds[i], b.bounds[j]);
      int high = Math.min(a.bounds[i + 1], b.bounds[j + 1]);
      choice.offer(low, Math.min(high, '.' - 1));
      choice.offer(Math.max(low, '/' + 1), high);
      if (a.bounds[i + 1] < b.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return choice.codePoint;
  }

  /** Hands out the first code point of each range and the one after its last. */
  void forEachEdge(IntConsumer consumer) {
    for (int i = 0; i < bounds.length; i += 2) {
      consumer.accept(bounds[i]);
      consumer.accept(bounds[i + 1] + 1);
    }
  }

  /** Remembers the most legible of the ranges that it was offered. */
  private static final class Choice {
    private int band = Integer.MAX_VALUE;
    private int codePoint = -1;

    void offer(int low, int high) {
      if (low <= high && Legible.band(low, high) < band) {
        band = Legible.band(low, high);
        codePoint = Legible.best(low, high);
      }
    }
  }
}
