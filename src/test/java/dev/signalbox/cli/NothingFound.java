package dev.signalbox.cli;

import java.util.List;

/** For commands that clean nothing. */
final class NothingFound implements Cleaning.Found {
  @Override
  public List<Cleaning.Item> items() {
    return List.of();
  }

  @Override
  public List<Cleaning.Item> remove() {
    return List.of();
  }

  @Override
  public void close() {}
}
