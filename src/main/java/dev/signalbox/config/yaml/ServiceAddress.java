package dev.signalbox.config.yaml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** The address of a service: what goes there carries a key, so it is encrypted or stays here. */
final class ServiceAddress {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private ServiceAddress() {}

  /** The address without a slash at its end; empty for one that a key may not be sent to. */
  static Optional<String> of(String text) {
    try {
      URI address = new URI(text);
      boolean isSafe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && HERE.contains(address.getHost()));
      boolean isPlain =
          address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      return isSafe && isPlain ? Optional.of(text.replaceAll("/+$", "")) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
