package dev.signalbox.config.yaml;

import dev.signalbox.config.SecretSource;
import dev.signalbox.document.DataNode;
import dev.signalbox.error.SignalboxException;
import java.util.List;

/** Reads {@code {file: PATH}} or {@code {env: NAME}}. No error repeats a value. */
final class SecretSourceReader {
  private SecretSourceReader() {}

  /**
   * Where the secret lies.
   *
   * @param hint what to write instead
   * @throws SignalboxException {@code CONFIG_INVALID} for anything else, as the secret itself
   */
  static SecretSource read(DataNode node, String hint) {
    if (!(node instanceof DataNode.Mapping mapping) || mapping.entries().size() != 1) {
      throw ConfigFiles.failure(
          node.at(), "expected file: or env: and never the secret itself", hint);
    }
    DataNode.Entry entry = mapping.entries().getFirst();
    String text = ConfigFiles.scalar(entry.value());
    return switch (entry.key()) {
      case "file" -> inFile(entry, text, hint);
      case "env" -> new SecretSource.InVariable(text);
      default -> throw ConfigFiles.failure(entry.keyAt(), "expected file: or env:", hint);
    };
  }

  private static SecretSource inFile(DataNode.Entry entry, String path, String hint) {
    boolean isWhole =
        List.of("/", "~/").stream().anyMatch(start -> path.startsWith(start) && path.length() > 2);
    if (!isWhole || path.indexOf('\0') >= 0) {
      throw ConfigFiles.failure(
          entry.value().at(), "expected a path that begins with / or ~/", hint);
    }
    return new SecretSource.InFile(path);
  }
}
