package dev.signalbox.config.yaml;

import dev.signalbox.config.Notifying;
import dev.signalbox.document.DataNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code notify:}. */
final class NotifyReader {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private NotifyReader() {}

  static Notifying read(DataNode node) {
    List<String> desktop = List.of();
    Optional<String> webhook = Optional.empty();
    for (DataNode.Entry entry : ConfigFiles.mapping(node).entries()) {
      switch (entry.key()) {
        case "desktop" -> desktop = command(entry.value());
        case "webhook" -> webhook = Optional.of(address(entry.value()));
        default ->
            throw ConfigFiles.failure(
                entry.keyAt(),
                "expected a key of notify, found " + entry.key(),
                "known keys: desktop, webhook");
      }
    }
    return new Notifying(desktop, webhook);
  }

  private static List<String> command(DataNode node) {
    List<String> words =
        node instanceof DataNode.Sequence list
            ? list.items().stream().map(ConfigFiles::scalar).toList()
            : List.of();
    if (words.isEmpty() || words.getFirst().isBlank()) {
      throw ConfigFiles.failure(
          node.at(),
          "expected a program and its arguments as a list",
          "write desktop: [notify-send, --app-name=signalbox]");
    }
    return words;
  }

  /** Its value is not repeated in an error: it may hold a secret. */
  private static String address(DataNode node) {
    String text = ConfigFiles.scalar(node);
    try {
      URI address = new URI(text);
      if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
        return text;
      }
    } catch (URISyntaxException e) {
      // Said below, like every other text that is no such address.
    }
    throw ConfigFiles.failure(
        node.at(),
        "expected an address with http or https",
        "write webhook: https://hooks.example.com/signalbox");
  }
}
