package dev.signalbox.runner.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders below the build's own: below {@code /tmp} the walls would hide everything for
 * being there, whatever they are told.
 */
final class BuildFolder implements TempDirFactory {
  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    Path parent = Path.of(System.getProperty("signalbox.root", "."), "target", "walled");
    return Files.createTempDirectory(Files.createDirectories(parent), "site");
  }
}
