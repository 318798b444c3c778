package dev.signalbox.tracker.github;

import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.TrackerContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class GitHubTrackerContractTest extends TrackerContractTest {
  @TempDir Path folder;

  @Override
  protected TrackedWorld open() {
    return new IssueWorld(folder);
  }
}
