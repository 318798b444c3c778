package dev.signalbox.glob;

import java.util.List;
import java.util.Optional;

/** Decides how patterns relate: by what is plain to see where possible, else by their automata. */
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
    return glob.literalPath()
        .or(() -> ProductSearch.find(glob.nfa(), EVERYTHING))
        .orElseThrow(() -> new IllegalStateException("expected a pattern with a match: " + glob));
  }

  static Optional<String> witness(Glob a, Glob b) {
    if (a.literalPath().isPresent()) {
      return a.literalPath().filter(b::matches);
    }
    if (b.literalPath().isPresent()) {
      return b.literalPath().filter(a::matches);
    }
    if (!a.outline().mayMeet(b.outline())) {
      return Optional.empty();
    }
    if (a.outline().plainlyContains(b.outline())) {
      return Optional.of(witness(b));
    }
    if (b.outline().plainlyContains(a.outline())) {
      return Optional.of(witness(a));
    }
    return ProductSearch.find(a.nfa(), b.nfa());
  }

  static boolean exists(Glob a, Glob b) {
    if (a.literalPath().isEmpty()
        && b.literalPath().isEmpty()
        && (a.outline().plainlyContains(b.outline()) || b.outline().plainlyContains(a.outline()))) {
      return true;
    }
    return witness(a, b).isPresent();
  }

  static Optional<String> escape(Glob glob, List<Glob> containers) {
    if (glob.literalPath().isPresent()) {
      return glob.literalPath().filter(path -> containers.stream().noneMatch(c -> c.matches(path)));
    }
    if (containers.stream().anyMatch(c -> plainlyContains(c, glob))) {
      return Optional.empty();
    }
    List<Nfa> meeting = containers.stream().filter(c -> exists(glob, c)).map(Glob::nfa).toList();
    if (meeting.isEmpty()) {
      return Optional.of(witness(glob));
    }
    EscapeSearch search = new EscapeSearch(glob.nfa(), meeting);
    Optional<String> escape = search.find();
    return search.gaveUp() ? Optional.of(witness(glob)) : escape;
  }

  private static boolean plainlyContains(Glob container, Glob glob) {
    return container.equals(glob)
        || (container.literalPath().isEmpty()
            && container.outline().plainlyContains(glob.outline()));
  }
}
