package dev.signalbox.runner.local;

import dev.signalbox.runner.LaunchOrder;

/**
 * What {@code order.json} keeps of a start, for every later Signalbox.
 *
 * @param mark a value that no other attempt has; all of the attempt's processes carry it
 * @param bootId of the machine's start in which it was written
 * @param isWalled whether the agent runs inside a sandbox
 * @param isScreen whether it is the agent's own screen, in a person's terminal
 */
record StartedAttempt(
    LaunchOrder order, String mark, String bootId, boolean isWalled, boolean isScreen) {
  static final String MARK_NAME = AgentMark.VARIABLE;

  ProcessGroup group(AttemptFolder folder) {
    return new ProcessGroup(folder, MARK_NAME + "=" + mark, isWalled);
  }
}
