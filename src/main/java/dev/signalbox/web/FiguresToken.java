package dev.signalbox.web;

import dev.signalbox.control.BearerToken;
import dev.signalbox.control.PrivateFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The token that reads figures and nothing else. It lies in the state folder in a file of its own,
 * readable by its owner only, in the form in which Prometheus reads one; who removes the file has
 * the next start make another.
 */
public final class FiguresToken {
  /** In the state folder. */
  public static final String NAME = "metrics-token";

  private FiguresToken() {}

  /** The one of a state folder; empty where no dashboard was served yet, or it cannot be read. */
  public static Optional<BearerToken> find(Path folder) {
    return PrivateFile.read(folder, NAME).flatMap(BearerToken::parse);
  }

  /** The one of a state folder, which is made where there is none. */
  static BearerToken ofOrNew(Path folder) {
    return find(folder)
        .orElseGet(() -> {
          BearerToken fresh = BearerToken.fresh();
          PrivateFile.write(folder, NAME, fresh.value() + "\n");
          return fresh;
        });
  }
}
