package dev.signalbox.cli;

import dev.signalbox.control.Records;

/** For commands that open no screen. */
final class NoScreens implements Screens {
  @Override
  public Screen prepare(Records.Which which) {
    throw new AssertionError("nobody asked for a screen");
  }

  @Override
  public boolean isOpen(Records.Which which) {
    return false;
  }
}
