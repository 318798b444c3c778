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
 * @param opened when each open gate was opened, by its number
 */
public record Snapshot(
    long version,
    Instant at,
    RunState state,
    Map<SessionId, Live> live,
    Map<Long, Instant> opened) {
  public Snapshot {
    live = Map.copyOf(live);
    opened = Map.copyOf(opened);
  }

  /**
   * A session's processes.
   *
   * @param pulse of the current process
   * @param since when its first process was begun
   * @param lastOutput when it last wrote anything
   * @param microUsd what all processes of the session cost, in millionths of a dollar
   */
  public record Live(Pulse pulse, Instant since, Instant lastOutput, long microUsd) {}
}
