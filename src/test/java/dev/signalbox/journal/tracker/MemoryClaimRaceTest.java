package dev.signalbox.journal.tracker;

import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.memory.MemoryWorld;

class MemoryClaimRaceTest extends ClaimRaceContractTest {
  @Override
  TrackedWorld open() {
    return new MemoryWorld();
  }

  @Override
  int seeds() {
    return 300;
  }
}
