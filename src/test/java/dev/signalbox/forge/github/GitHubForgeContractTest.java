package dev.signalbox.forge.github;

import dev.signalbox.forge.ForgeContractTest;
import dev.signalbox.forge.ForgedWorld;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class GitHubForgeContractTest extends ForgeContractTest {
  @TempDir Path folder;

  @Override
  protected ForgedWorld open() {
    return new GitHubWorld(folder);
  }
}
