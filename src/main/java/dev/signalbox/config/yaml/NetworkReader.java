package dev.signalbox.config.yaml;

import dev.signalbox.config.NetworkUse;
import dev.signalbox.document.DataNode;

/** Reads {@code network:}. */
final class NetworkReader {
  private static final String HINT =
      "write network: blocked, or network: {commands: blocked}; docs/guide/safety.md tells more";

  private final boolean isPersonal;

  /**
   * A reader.
   *
   * @param isPersonal whether the file is the person's own; others can only block
   */
  NetworkReader(boolean isPersonal) {
    this.isPersonal = isPersonal;
  }

  NetworkUse read(DataNode node) {
    if (node instanceof DataNode.Scalar) {
      boolean isOpen = isOpen(node);
      return new NetworkUse(isOpen, isOpen);
    }
    boolean isOpenToCommands = true;
    boolean isOpenToSessions = true;
    for (DataNode.Entry entry : ConfigFiles.mapping(node).entries()) {
      switch (entry.key()) {
        case "commands" -> isOpenToCommands = isOpen(entry.value());
        case "sessions" -> isOpenToSessions = isOpen(entry.value());
        default ->
            throw ConfigFiles.failure(
                entry.keyAt(), "expected commands or sessions, found " + entry.key(), HINT);
      }
    }
    return new NetworkUse(isOpenToCommands, isOpenToSessions);
  }

  private boolean isOpen(DataNode node) {
    String word = ConfigFiles.scalar(node);
    return switch (word) {
      case "blocked" -> false;
      case "open" -> {
        if (!isPersonal) {
          throw ConfigFiles.failure(
              node.at(),
              "expected blocked, because a repository can only tighten this, found open",
              "remove it, or write network: open in ~/.config/signalbox/config.yaml");
        }
        yield true;
      }
      default ->
          throw ConfigFiles.failure(node.at(), "expected open or blocked, found " + word, HINT);
    };
  }
}
