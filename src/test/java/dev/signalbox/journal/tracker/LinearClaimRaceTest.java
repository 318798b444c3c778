package dev.signalbox.journal.tracker;

import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.linear.LinearWorld;

class LinearClaimRaceTest extends ClaimRaceContractTest {
  @Override
  TrackedWorld open() {
    return LinearWorld.open();
  }

  @Override
  int seeds() {
    return 40;
  }
}
