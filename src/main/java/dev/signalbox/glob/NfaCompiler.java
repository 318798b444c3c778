package dev.signalbox.glob;

import dev.signalbox.glob.Front.Mode;
import dev.signalbox.glob.Front.Place;
import java.util.List;
import java.util.Map;

/**
 * Makes the automaton of a pattern, and refuses patterns in which some choice of alternatives
 * leaves no sensible path. Both at once, because the rules are about what stands beside what after
 * the choice: braces are never expanded, and the work is linear in the pattern.
 */
final class NfaCompiler {
  private final String text;
  private final SegmentErrors errors;
  private final NfaBuilder builder = new NfaBuilder();

  private NfaCompiler(String text) {
    this.text = text;
    this.errors = new SegmentErrors(text);
  }

  /**
   * The automaton of the tokens.
   *
   * @param text what the tokens were read from, for messages
   */
  static Nfa compile(String text, List<Token> tokens) throws GlobSyntaxException {
    return new NfaCompiler(text).compile(tokens);
  }

  private Nfa compile(List<Token> tokens) throws GlobSyntaxException {
    Front front = new Front(builder);
    int origin = tokens.isEmpty() ? text.length() : tokens.getFirst().index();
    int start = front.open(Mode.START, origin);
    return builder.build(start, end(sequence(tokens, front)));
  }

  private Front sequence(List<Token> tokens, Front front) throws GlobSyntaxException {
    Front current = front;
    for (Token token : tokens) {
      if (token instanceof Token.Choice choice) {
        current = choice(choice, current);
        continue;
      }
      Front next = new Front(builder);
      for (Map.Entry<Mode, Place> from : current.places().entrySet()) {
        single(token, from.getKey(), from.getValue(), next);
      }
      current = next;
    }
    return current;
  }

  private Front choice(Token.Choice choice, Front front) throws GlobSyntaxException {
    Front joined = new Front(builder);
    for (List<Token> alternative : choice.alternatives()) {
      Front branch = new Front(builder);
      front.moveTo(branch);
      sequence(alternative, branch).moveTo(joined);
    }
    return joined;
  }

  private void single(Token token, Mode mode, Place from, Front to) throws GlobSyntaxException {
    int state = from.state();
    int origin = mode.isSegmentStart() ? token.index() : from.origin();
    switch (token) {
      case Token.Slash _ -> slash(mode, token.index(), from, to);
      case Token.AnySegments _ -> anySegments(mode, token.index(), state, to);
      case Token.Char c -> {
        Mode next = inSegment(mode, origin, c.codePoint());
        builder.take(state, CharSet.of(c.codePoint()), to.open(next, origin));
      }
      case Token.AnyChar _ -> builder.take(state, CharSet.NOT_SLASH, inside(mode, origin, to));
      case Token.AnyChars _ -> {
        builder.take(state, CharSet.NOT_SLASH, state);
        builder.move(state, inside(mode, origin, to));
      }
      case Token.Bracket bracket -> bracket(bracket, state, inside(mode, origin, to));
      case Token.Choice _ -> throw new IllegalStateException("expected a single token");
    }
  }

  private int inside(Mode mode, int origin, Front to) throws GlobSyntaxException {
    return to.open(inSegment(mode, origin, '*'), origin);
  }

  /** The mode after one more character of a segment. */
  private Mode inSegment(Mode mode, int origin, int codePoint) throws GlobSyntaxException {
    if (mode.isAnySegments()) {
      throw errors.notAlone(origin);
    }
    if (codePoint != '.') {
      return Mode.INSIDE;
    }
    return mode.isSegmentStart() ? Mode.DOT : mode == Mode.DOT ? Mode.DOTS : Mode.INSIDE;
  }

  private void slash(Mode mode, int index, Place from, Front to) throws GlobSyntaxException {
    errors.checkSegmentEnd(mode, index, from.origin());
    int target = to.open(Mode.SLASHED, index);
    if (mode == Mode.SKIPPED) {
      builder.move(from.state(), target);
    } else {
      builder.take(from.state(), CharSet.of('/'), target);
    }
  }

  private void anySegments(Mode mode, int index, int state, Front to) throws GlobSyntaxException {
    if (!mode.isSegmentStart()) {
      throw errors.notAlone(index);
    }
    builder.move(state, to.open(Mode.SKIPPED, index));
    anyText(state, to.open(Mode.SEGMENTS, index));
  }

  /** Any text will do for one segment or more: {@link PathState} refuses what are none. */
  private void anyText(int from, int to) {
    int loop = builder.newState();
    builder.move(from, loop);
    builder.take(loop, CharSet.ANY, loop);
    builder.move(loop, to);
  }

  /** One character of the set, or the expression's own spelling: {@code app/[id]/page.tsx}. */
  private void bracket(Token.Bracket bracket, int from, int to) {
    builder.take(from, bracket.set(), to);
    int state = builder.newState();
    builder.move(from, state);
    int[] spelling = bracket.spelling().codePoints().toArray();
    for (int i = 0; i < spelling.length; i++) {
      int next = i == spelling.length - 1 ? to : builder.newState();
      builder.take(state, CharSet.of(spelling[i]), next);
      state = next;
    }
  }

  private int end(Front front) throws GlobSyntaxException {
    int accept = builder.newState();
    for (Map.Entry<Mode, Place> place : front.places().entrySet()) {
      int state = place.getValue().state();
      errors.checkEnd(place.getKey(), place.getValue().origin());
      switch (place.getKey()) {
        case SLASHED -> anyText(state, accept);
        case SKIPPED -> {}
        default -> builder.move(state, accept);
      }
    }
    return accept;
  }
}
