package dev.signalbox.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.function.Consumer;

/** What could not be delivered, beside the run's other files: the terminal shows the run itself. */
record NoticeLog(Path file, Clock clock) implements Consumer<String> {
  @Override
  public void accept(String message) {
    try {
      Files.writeString(
          file,
          clock.instant() + " " + message + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // Notifications are best effort, and so is the word about them: the inbox is what counts.
      return;
    }
  }
}
