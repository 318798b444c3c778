package dev.signalbox.workspace;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What looking at a work that was taken in led to. */
public sealed interface WorkLook {

  /**
   * It was looked at.
   *
   * @param touched the artifacts that were asked about
   * @param contained sessions whose work it holds: it was made on top of theirs
   * @param lack why it is no resolution of the conflict that was asked about
   */
  record Seen(List<Touched> touched, List<SessionId> contained, Optional<String> lack)
      implements WorkLook {
    /** Nothing of it is anybody else's. */
    public static final Seen NOTHING = new Seen(List.of(), List.of(), Optional.empty());

    public Seen {
      touched = List.copyOf(touched);
      contained = List.copyOf(contained);
    }
  }

  /** It could not be; {@code reason} is for a person. */
  record Failed(String reason, boolean mayPass) implements WorkLook {}
}
