package dev.signalbox.redaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds any of many words in one pass (Aho and Corasick): a table says for each state and byte
 * which state comes next.
 */
final class Anchors {
  private static final int[] NONE = {};

  private final List<byte[]> words = new ArrayList<>();
  private int[] next = {};
  private int[][] found = {};

  /** Takes what was found. */
  interface Taker {
    /**
     * A word was found.
     *
     * @param word its number, in the order of the words
     * @param start its first byte
     */
    void take(int word, int start);
  }

  /**
   * A finder of these words.
   *
   * @param words none empty
   */
  static Anchors of(List<byte[]> words) {
    Anchors anchors = new Anchors();
    anchors.words.addAll(words);
    anchors.build();
    return anchors;
  }

  /** Tells every occurrence in {@code bytes} from {@code from} on, in the order of the ends. */
  void find(Bytes bytes, int from, Taker taker) {
    byte[] array = bytes.array();
    int state = 0;
    for (int i = from; i < bytes.end(); i++) {
      state = next[(state << 8) | (array[i] & 0xff)];
      for (int word : found[state]) {
        taker.take(word, i + 1 - words.get(word).length);
      }
    }
  }

  private void build() {
    int most = 1 + words.stream().mapToInt(word -> word.length).sum();
    next = new int[most << 8];
    found = new int[most][];
    Arrays.fill(found, NONE);
    int states = 1;
    for (int word = 0; word < words.size(); word++) {
      int state = 0;
      for (byte b : words.get(word)) {
        int edge = (state << 8) | (b & 0xff);
        if (next[edge] == 0) {
          next[edge] = states++;
        }
        state = next[edge];
      }
      found[state] = with(found[state], word);
    }
    link(new int[states]);
    next = Arrays.copyOf(next, states << 8);
    found = Arrays.copyOf(found, states);
  }

  /** Completes the table: where a word does not go on, its longest end that begins one does. */
  private void link(int[] shorter) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int b = 0; b < 256; b++) {
      if (next[b] != 0) {
        open.add(next[b]);
      }
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int word : found[shorter[state]]) {
        found[state] = with(found[state], word);
      }
      for (int b = 0; b < 256; b++) {
        int edge = (state << 8) | b;
        int other = next[(shorter[state] << 8) | b];
        if (next[edge] == 0) {
          next[edge] = other;
        } else {
          shorter[next[edge]] = other;
          open.add(next[edge]);
        }
      }
    }
  }

  private static int[] with(int[] before, int word) {
    int[] more = Arrays.copyOf(before, before.length + 1);
    more[before.length] = word;
    return more;
  }
}
