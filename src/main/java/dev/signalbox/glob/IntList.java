package dev.signalbox.glob;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A growing array of ints. */
final class IntList {
  private int[] values = new int[16];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  int removeLast() {
    return values[--size];
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** Hands out the values in ascending order. */
  void forEachSorted(IntConsumer consumer) {
    Arrays.sort(values, 0, size);
    for (int i = 0; i < size; i++) {
      consumer.accept(values[i]);
    }
  }
}
