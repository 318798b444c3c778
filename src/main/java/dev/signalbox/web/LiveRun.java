package dev.signalbox.web;

import dev.signalbox.control.Control;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The run of this process, and how it looked a short while ago, for pages that were cut off. Safe
 * for many threads.
 */
final class LiveRun {
  /** As many looks back; a page that was away for longer is told all again. */
  private static final int KEPT = 256;

  private final Control control;
  private final String start;
  private final TreeMap<Long, RunView> seen = new TreeMap<>();

  /**
   * Nothing is looked at yet.
   *
   * @param start another one for each start of an engine: its versions begin anew
   */
  LiveRun(Control control, String start) {
    this.control = control;
    this.start = start;
  }

  RunView look() {
    return kept(control.look());
  }

  RunView await(long version, Duration longest) {
    return kept(control.await(version, longest));
  }

  /** The id of the event that leads to it. */
  String id(RunView run) {
    return start + "-" + run.version();
  }

  /** The run at that event; empty where it is not known any more. */
  Optional<RunView> seen(String id) {
    String head = start + "-";
    if (!id.startsWith(head) || !id.substring(head.length()).matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    synchronized (seen) {
      return Optional.ofNullable(seen.get(Long.parseLong(id.substring(head.length()))));
    }
  }

  private RunView kept(RunView run) {
    synchronized (seen) {
      seen.put(run.version(), run);
      if (seen.size() > KEPT) {
        seen.pollFirstEntry();
      }
    }
    return run;
  }
}
