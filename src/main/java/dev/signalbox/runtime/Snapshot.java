package dev.signalbox.runtime;

import dev.signalbox.engine.RunState;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.Map;

/**
 * A run at one moment.
 *
 * @param version rises with every change of state or of what transcripts show
 * @param live what the transcripts show, for sessions that ever had a process
 */
public record Snapshot(long version, Instant at, RunState state, Map<SessionId, Live> live) {
  public Snapshot {
    live = Map.copyOf(live);
  }

  /**
   * A session's processes.
   *
   * @param pulse of the current process
   * @param lastOutput when it last wrote anything
   * @param microUsd what all processes of the session cost, in millionths of a dollar
   */
  public record Live(Pulse pulse, Instant lastOutput, long microUsd) {}
}
