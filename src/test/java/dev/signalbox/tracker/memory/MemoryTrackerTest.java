package dev.signalbox.tracker.memory;

import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.TrackerContractTest;

class MemoryTrackerTest extends TrackerContractTest {
  @Override
  protected TrackedWorld open() {
    return new MemoryWorld();
  }
}
