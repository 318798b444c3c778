package dev.signalbox.cli;

import java.util.List;
import java.util.Optional;

/** For commands that demonstrate nothing. */
final class NoDemonstration implements Demonstration {
  @Override
  public Stage prepare(Optional<String> folder) {
    throw new AssertionError("nobody asked for a demonstration");
  }

  @Override
  public List<String> history(Stage stage) {
    return List.of();
  }

  @Override
  public List<String> registry(Stage stage) {
    return List.of();
  }
}
