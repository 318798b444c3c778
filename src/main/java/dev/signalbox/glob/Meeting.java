package dev.signalbox.glob;

import java.util.List;
import java.util.Optional;

/** Finds the paths that prove how patterns relate. */
final class Meeting {
  private static final Nfa EVERYTHING = everything();

  private Meeting() {}

  private static Nfa everything() {
    NfaBuilder builder = new NfaBuilder();
    int start = builder.newState();
    int accept = builder.newState();
    builder.take(start, CharSet.ANY, start);
    builder.move(start, accept);
    return builder.build(start, accept);
  }

  static String witness(Glob glob) {
    if (glob.literalPath().isEmpty() && glob.compiled().subtree()) {
      return glob.compiled().prefix() + "x";
    }
    return glob.literalPath()
        .or(() -> ProductSearch.find(glob.compiled().nfa(), EVERYTHING))
        .orElseThrow(() -> new IllegalStateException("expected a pattern with a match: " + glob));
  }

  static Optional<String> witness(Glob a, Glob b) {
    if (a.literalPath().isPresent()) {
      return a.literalPath().filter(b::matches);
    }
    if (b.literalPath().isPresent()) {
      return b.literalPath().filter(a::matches);
    }
    if (a.equals(b) || a.compiled().plainlyContains(b.compiled())) {
      return Optional.of(witness(b));
    }
    if (b.compiled().plainlyContains(a.compiled())) {
      return Optional.of(witness(a));
    }
    return a.compiled().mayMeet(b.compiled())
        ? ProductSearch.find(a.compiled().nfa(), b.compiled().nfa())
        : Optional.empty();
  }

  static Optional<String> escape(Glob glob, List<Glob> containers) {
    if (containers.stream().anyMatch(container -> plainlyContains(container, glob))) {
      return Optional.empty();
    }
    String witness = witness(glob);
    if (containers.stream().noneMatch(container -> container.matches(witness))) {
      return Optional.of(witness);
    }
    if (glob.literalPath().isPresent()
        || containers.stream().anyMatch(container -> containsPrefix(container, glob))) {
      return Optional.empty();
    }
    List<Nfa> meeting =
        containers.stream().filter(glob::meets).map(c -> c.compiled().nfa()).toList();
    EscapeSearch search = new EscapeSearch(glob.compiled().nfa(), meeting);
    Optional<String> escape = search.find();
    return search.gaveUp() ? Optional.of(witness) : escape;
  }

  private static boolean plainlyContains(Glob container, Glob glob) {
    return container.equals(glob)
        || (container.literalPath().isEmpty()
            && glob.literalPath().isEmpty()
            && container.compiled().plainlyContains(glob.compiled()));
  }

  /** Sees what folders at any depth contain, without a search. */
  private static boolean containsPrefix(Glob container, Glob glob) {
    return container.literalPath().isEmpty()
        && container.compiled().nfa().acceptsAllAfter(glob.compiled().prefix());
  }
}
