package dev.signalbox.runtime;

import dev.signalbox.engine.RunState;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A run at one moment.
 *
 * @param version rises with every change of state or of what transcripts show
 * @param live what the transcripts show, for sessions that ever had a process
 * @param opened when each open gate was opened, by its number
 * @param requests to trackers and forges so far, for sessions that caused any
 */
public record Snapshot(
    long version,
    Instant at,
    RunState state,
    Map<SessionId, Live> live,
    Map<Long, Instant> opened,
    Map<SessionId, Requests> requests) {
  public Snapshot {
    live = Map.copyOf(live);
    opened = Map.copyOf(opened);
    requests = Map.copyOf(requests);
  }

  /** What was sent for each session of a run, where anything was. */
  static Map<SessionId, Requests> requests(
      RunState state, Function<SessionKey, Requests> requests) {
    Map<SessionId, Requests> sent = new HashMap<>();
    state
        .spec()
        .ifPresent(spec ->
            state
                .sessions()
                .keySet()
                .forEach(id -> {
                  Requests ofSession = requests.apply(new SessionKey(spec.run(), id));
                  if (ofSession.isAny()) {
                    sent.put(id, ofSession);
                  }
                }));
    return sent;
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
