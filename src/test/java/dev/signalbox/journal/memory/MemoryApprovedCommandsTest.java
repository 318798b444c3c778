package dev.signalbox.journal.memory;

import dev.signalbox.journal.ApprovedCommands;
import dev.signalbox.journal.ApprovedCommandsContractTest;

class MemoryApprovedCommandsTest extends ApprovedCommandsContractTest {
  @Override
  protected ApprovedCommands create() {
    return new MemoryApprovedCommands();
  }
}
