package dev.signalbox.glob;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the compiler stands after some tokens: for every mode that the text before can have led to,
 * one state of the automaton. A brace group can lead to several at once.
 */
final class Front {
  /** What the text before means for the next token. */
  enum Mode {
    /** Nothing before. */
    START,
    /** After a slash. */
    SLASHED,
    /** After a {@code **} that stands for no segment: the slash behind it is left out too. */
    SKIPPED,
    /** After a {@code **} that stands for one segment or more. */
    SEGMENTS,
    /** In a segment that is exactly {@code .} so far. */
    DOT,
    /** In a segment that is exactly {@code ..} so far. */
    DOTS,
    /** In any other segment. */
    INSIDE;

    boolean isSegmentStart() {
      return this == START || this == SLASHED;
    }

    boolean isAnySegments() {
      return this == SKIPPED || this == SEGMENTS;
    }
  }

  /**
   * Where the compiler stands in one mode.
   *
   * @param state of the automaton; it takes no set yet
   * @param origin where in the pattern the current segment starts
   */
  record Place(int state, int origin) {}

  private final NfaBuilder builder;
  private final Map<Mode, Place> places = new EnumMap<>(Mode.class);

  Front(NfaBuilder builder) {
    this.builder = builder;
  }

  /** All modes, in their order. */
  Map<Mode, Place> places() {
    return Collections.unmodifiableMap(places);
  }

  /** The state for the mode, made when there is none; the first origin stays. */
  int open(Mode mode, int origin) {
    return places.computeIfAbsent(mode, _ -> new Place(builder.newState(), origin)).state();
  }

  /** Opens every mode of this front in the other, and moves there without a character. */
  void moveTo(Front other) {
    places.forEach((mode, place) -> builder.move(place.state(), other.open(mode, place.origin())));
  }
}
