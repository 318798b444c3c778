package dev.signalbox.app;

import dev.signalbox.approval.ShownHash;
import dev.signalbox.plan.WrittenSection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan's identity: its text without what Signalbox itself writes into it. */
final class PlanHash {
  private PlanHash() {}

  static String of(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return ShownHash.of(WrittenSection.blankIn(text).stripTrailing());
    } catch (IOException e) {
      return "";
    }
  }
}
