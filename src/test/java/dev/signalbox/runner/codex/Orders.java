package dev.signalbox.runner.codex;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
import java.util.Optional;

/** Orders for Codex in {@code /x}, as the second attempt of a session. */
final class Orders {
  static final String THREAD = "6f3c1d52-0b6e-4a4e-9a57-1f2d3c4b5a69";
  static final int ATTEMPT = 2;

  private Orders() {}

  static LaunchOrder fresh(LaunchMode mode) {
    return order(mode, new LaunchOrder.Conversation.Fresh("ignored"));
  }

  static LaunchOrder order(LaunchMode mode, LaunchOrder.Conversation conversation) {
    LaunchOrder.Setting setting =
        new LaunchOrder.Setting(
            Path.of("/x"),
            Path.of("/objects"),
            mode,
            Optional.empty(),
            Optional.of("high"),
            Optional.empty());
    SessionKey session = new SessionKey(new RunId("run-1"), new SessionId("S-A"));
    return new LaunchOrder(
        new AttemptKey(session, ATTEMPT),
        new AgentId("codex"),
        setting,
        "SHOP-101 1A",
        conversation,
        "Do it.");
  }
}
