package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a synthetic plan: {@code WritePlan PHASES FILE}. */
public final class WritePlan {
  private WritePlan() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), SyntheticPlan.markdown(Integer.parseInt(args[0])));
  }
}
