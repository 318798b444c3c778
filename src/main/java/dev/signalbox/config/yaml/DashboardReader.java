package dev.signalbox.config.yaml;

import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.document.DataNode;
import java.util.Optional;

/** Reads {@code dashboard:}. */
final class DashboardReader {
  private DashboardReader() {}

  static Optional<ProxiedOrigin> read(DataNode node) {
    Optional<ProxiedOrigin> origin = Optional.empty();
    for (DataNode.Entry entry : ConfigFiles.mapping(node).entries()) {
      if (!entry.key().equals("behind-proxy")) {
        throw ConfigFiles.failure(
            entry.keyAt(),
            "expected a key of dashboard, found " + entry.key(),
            "known keys: behind-proxy");
      }
      origin = Optional.of(origin(entry.value()));
    }
    return origin;
  }

  private static ProxiedOrigin origin(DataNode node) {
    String text = ConfigFiles.scalar(node);
    return ProxiedOrigin.parse(text)
        .orElseThrow(() ->
            ConfigFiles.failure(
                node.at(),
                "expected an origin with https, in lower case and without a path, found " + text,
                "write behind-proxy: https://box.example, and :PORT if it is not 443"));
  }
}
