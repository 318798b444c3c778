package dev.signalbox.engine;

import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session's work as it was taken in last.
 *
 * @param tip its commit; empty before the first time
 * @param touched artifacts that others may change too
 * @param contained sessions whose work it holds
 * @param asked where it met another's work and a person was asked; kept when it is taken in again
 * @param approved what a person approved of what it recommends, in its own words
 * @param resolution of its conflict with the base, begun or done, until it is taken in otherwise
 */
public record Taken(
    String tip,
    List<Touched> touched,
    List<SessionId> contained,
    List<Overlap> asked,
    Optional<String> approved,
    Optional<Resolution> resolution) {
  static final Taken NOTHING =
      new Taken("", List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  public Taken {
    touched = List.copyOf(touched);
    contained = List.copyOf(contained);
    asked = List.copyOf(asked);
  }

  /**
   * One artifact that two sessions changed.
   *
   * @param gate at which a person decides
   */
  public record Overlap(long gate, SessionId other, String artifact) {}

  Taken again(Fact.TakenIn fact) {
    return new Taken(
        fact.tip(),
        fact.touched(),
        fact.contained(),
        asked,
        Optional.empty(),
        resolution.filter(Resolution::isOpen));
  }

  Taken with(Optional<Resolution> next) {
    return new Taken(tip, touched, contained, asked, approved, next);
  }

  Taken approved(String items) {
    return new Taken(tip, touched, contained, asked, Optional.of(items), resolution);
  }

  Taken asked(List<Overlap> overlaps) {
    List<Overlap> all = new ArrayList<>(asked);
    all.addAll(overlaps);
    return new Taken(tip, touched, contained, all, approved, resolution);
  }
}
