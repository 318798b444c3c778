package dev.signalbox.tracker.linear;

import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.TrackerContractTest;

class LinearTrackerTest extends TrackerContractTest {
  @Override
  protected TrackedWorld open() {
    return LinearWorld.open();
  }
}
