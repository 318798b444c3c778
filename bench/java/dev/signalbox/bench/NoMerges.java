package dev.signalbox.bench;

import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.VerifyOutcome;

/** For runs that merge nothing. */
record NoMerges() implements Merges {
  @Override
  public MergeOutcome compute(MergeOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public VerifyOutcome verify(String commit, String command) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LandOutcome land(String base, String expectedBase, String commit) {
    throw new UnsupportedOperationException();
  }
}
