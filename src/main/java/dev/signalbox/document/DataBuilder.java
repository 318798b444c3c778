package dev.signalbox.document;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link DataNode}s from a stream of starts, scalars and ends; shared by YAML and JSON. */
final class DataBuilder {
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable DataNode root;

  /** A collection that has not ended. */
  private static final class Open {
    final boolean isMapping;
    final Position at;
    final List<DataNode> items = new ArrayList<>();
    final List<DataNode.Entry> entries = new ArrayList<>();
    final Set<String> keys = new HashSet<>();
    @Nullable String key;
    @Nullable Position keyAt;

    Open(boolean isMapping, Position at) {
      this.isMapping = isMapping;
      this.at = at;
    }
  }

  /** Whether the next scalar is a key. */
  boolean expectsKey() {
    Open top = open.peek();
    return top != null && top.isMapping && top.key == null;
  }

  /** Whether one more collection would be nested too deeply. */
  boolean isTooDeep() {
    return open.size() >= Limits.DOCUMENT_NESTING_MAX;
  }

  void start(boolean isMapping, Position at) {
    open.push(new Open(isMapping, at));
  }

  void key(String key, Position at) {
    Open top = open.element();
    top.key = key;
    top.keyAt = at;
  }

  void scalar(String text, boolean isNull, Position at) {
    add(new DataNode.Scalar(text, isNull, at));
  }

  void end() {
    Open ended = open.pop();
    add(
        ended.isMapping
            ? new DataNode.Mapping(List.copyOf(ended.entries), ended.at)
            : new DataNode.Sequence(List.copyOf(ended.items), ended.at));
  }

  private void add(DataNode node) {
    Open top = open.peek();
    if (top == null) {
      root = node;
    } else if (!top.isMapping) {
      top.items.add(node);
    } else {
      entry(top, node);
    }
  }

  private void entry(Open top, DataNode value) {
    String key = top.key;
    Position at = top.keyAt;
    if (key == null || at == null) {
      throw new IllegalStateException("a value without a key at " + value.at());
    }
    top.key = null;
    if (top.keys.add(key)) {
      top.entries.add(new DataNode.Entry(key, at, value));
    } else {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_KEY_REPEATED,
              at,
              "expected each key once, found " + key + " again",
              "keep one of the two"));
    }
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** What was read; with a syntax problem there is no root. */
  DataReading finish(boolean isValid) {
    return new DataReading(isValid ? Optional.ofNullable(root) : Optional.empty(), problems);
  }
}
