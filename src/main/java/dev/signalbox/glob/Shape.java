package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the segments of a pattern with wildcards follow each other: enough to decide most pairs of
 * patterns that people write without their automata.
 *
 * @param head the first segments, up to where the number of segments is no longer known
 * @param tail the last segments, the very last first, up to the same
 * @param extent what there is between head and tail
 * @param directParent as {@link Glob#directParent()}
 */
record Shape(
    List<SegmentShape> head,
    List<SegmentShape> tail,
    Extent extent,
    Optional<String> directParent) {

  /** What there is between the head and the tail of a pattern. */
  enum Extent {
    /** Nothing: it matches one number of segments, and head and tail are each all of them. */
    FIXED,
    /** One {@code **}. */
    STRETCHED,
    /** A {@code **}, something more, and a {@code **}. */
    FILLED,
    /** Anything else. */
    OTHER;

    private boolean isElastic() {
      return this == STRETCHED || this == FILLED;
    }

    /** Whether heads and tails that can agree make patterns that meet. */
    private boolean joins(Extent other) {
      return switch (this) {
        case FIXED -> other == FIXED || other == STRETCHED;
        case STRETCHED -> other != OTHER;
        case FILLED -> other.isElastic();
        case OTHER -> false;
      };
    }
  }

  static Shape of(List<Token> tokens) {
    List<List<Token>> segments = segments(tokens);
    List<SegmentShape> head = narrow(segments);
    List<SegmentShape> tail = narrow(segments.reversed());
    Extent extent = extent(segments, head.size(), segments.size() - tail.size());
    return new Shape(
        head,
        tail,
        extent,
        extent == Extent.FIXED
            ? parent(segments.subList(0, segments.size() - 1))
            : Optional.empty());
  }

  private static List<List<Token>> segments(List<Token> tokens) {
    List<List<Token>> segments = new ArrayList<>();
    segments.add(new ArrayList<>());
    for (Token token : tokens) {
      if (token instanceof Token.Slash) {
        segments.add(new ArrayList<>());
      } else {
        segments.getLast().add(token);
      }
    }
    return segments;
  }

  /** The segments before the first that may be none or several. */
  private static List<SegmentShape> narrow(List<List<Token>> segments) {
    List<SegmentShape> narrow = new ArrayList<>();
    for (List<Token> segment : segments) {
      if (segment.stream().anyMatch(Token::isWide)) {
        break;
      }
      narrow.add(SegmentShape.of(segment));
    }
    return List.copyOf(narrow);
  }

  private static Extent extent(List<List<Token>> segments, int from, int to) {
    if (from >= to) {
      return Extent.FIXED;
    }
    if (!isAnySegments(segments.get(from)) || !isAnySegments(segments.get(to - 1))) {
      return Extent.OTHER;
    }
    return to - from == 1 ? Extent.STRETCHED : Extent.FILLED;
  }

  private static boolean isAnySegments(List<Token> segment) {
    return segment.size() == 1 && segment.getFirst() instanceof Token.AnySegments;
  }

  /** A bracket expression in a folder's name counts as spelled: routers name folders like this. */
  private static Optional<String> parent(List<List<Token>> folders) {
    List<String> names = new ArrayList<>();
    for (List<Token> folder : folders) {
      StringBuilder name = new StringBuilder();
      for (Token token : folder) {
        switch (token) {
          case Token.Char c -> name.appendCodePoint(c.codePoint());
          case Token.Bracket bracket -> name.append(bracket.spelling());
          default -> {
            return Optional.empty();
          }
        }
      }
      names.add(name.toString());
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
  }

  /** Whether a path that both match is possible; false is certain. */
  boolean mayMeet(Shape other) {
    return hasRoomFor(other)
        && other.hasRoomFor(this)
        && agree(head, other.head)
        && agree(tail, other.tail);
  }

  private boolean hasRoomFor(Shape other) {
    return extent != Extent.FIXED || head.size() >= other.segmentsMin();
  }

  /** At least so many segments has every match. */
  private int segmentsMin() {
    if (extent.isElastic()) {
      return head.size() + Math.max(tail.size(), 1);
    }
    return Math.max(head.size(), tail.size());
  }

  private static boolean agree(List<SegmentShape> a, List<SegmentShape> b) {
    for (int i = Math.min(a.size(), b.size()) - 1; i >= 0; i--) {
      if (!a.get(i).mayMeet(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a pattern that {@linkplain #mayMeet may meet} this one does; true is certain. The path
   * that proves it starts with the longer head and ends with the longer tail. Between them it has
   * what either pattern needs there, which the {@code **} of the other takes.
   */
  boolean plainlyMeets(Shape other) {
    return extent.joins(other.extent) && areSimple(head, other.head) && areSimple(tail, other.tail);
  }

  private static boolean areSimple(List<SegmentShape> a, List<SegmentShape> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).simple() || !b.get(i).simple()) {
        return false;
      }
    }
    return true;
  }
}
