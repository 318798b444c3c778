package dev.signalbox.sandbox;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.List;
import java.util.Optional;

/** Walls that let nobody reach the network, whatever is asked for. */
public record WithoutNetwork(Sandbox walls) implements Sandbox {

  @Override
  public Optional<String> unavailable() {
    return walls.unavailable();
  }

  /** Without the network no socket of it can be reached either. */
  @Override
  public Optional<String> gap() {
    return Optional.empty();
  }

  @Override
  public List<String> wrap(SandboxSpec spec, List<String> command) {
    // Whoever wires this asks before; running with a network after all would be the worst answer.
    unavailable()
        .ifPresent(reason -> {
          throw failure(reason);
        });
    return walls.wrap(spec.withoutNetwork(), command);
  }

  /** What is said where the network shall be blocked and nothing can do it. */
  public static SignalboxException failure(String reason) {
    return new SignalboxException(
        ErrorCode.NETWORK_NOT_BLOCKABLE,
        "network: expected to block it, which needs walls: " + reason,
        List.of(
            "install bubblewrap: signalbox doctor tells how it goes",
            "or write network: open in ~/.config/signalbox/config.yaml, and nothing is blocked"));
  }
}
