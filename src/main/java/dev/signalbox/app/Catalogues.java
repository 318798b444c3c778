package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The agent catalogue of the person at this machine. */
final class Catalogues {
  private Catalogues() {}

  /**
   * The shipped one, as the person's configuration changes it.
   *
   * @param userConfig may be absent
   */
  static AgentCatalogue of(Path userConfig) {
    if (!Files.isRegularFile(userConfig)) {
      return AgentCatalogueFile.shipped();
    }
    try {
      return AgentCatalogueFile.extended(userConfig.toString(), Files.readString(userConfig));
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.CONFIG_INVALID,
          userConfig + ": expected readable UTF-8 text, found " + e.getMessage(),
          List.of("check the file's permissions and encoding"),
          e);
    }
  }
}
