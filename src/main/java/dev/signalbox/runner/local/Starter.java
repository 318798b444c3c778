package dev.signalbox.runner.local;

import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.sandbox.Containment;
import dev.signalbox.session.AgentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts agents, each once.
 *
 * <p>The lock of a start is the file {@code shim}, which a shim makes as its first act: of any
 * number of shims that were started in one folder, by whomever, all but one end at once. A start
 * that was killed at any moment can therefore be done again.
 */
final class Starter {
  private static final int REASON_BYTES_MAX = 1_000;

  private final LocalSetup setup;

  Starter(LocalSetup setup) {
    this.setup = setup;
  }

  Optional<Dialect> dialect(LaunchOrder order) {
    return Optional.ofNullable(setup.dialects().get(order.agent()));
  }

  StartOutcome start(LaunchOrder order, AttemptFolder folder) {
    Optional<ProcessIdentity> first = folder.shim();
    if (first.isPresent()) {
      return new StartOutcome.Started(first.get());
    }
    boolean isWalled = setup.sandbox().unavailable().isEmpty();
    Optional<List<String>> prefix = Shim.sessionPrefix(SearchPath.of(setup.inherited()));
    Optional<Dialect> dialect = dialect(order);
    if (dialect.isEmpty()) {
      return refused("agent: expected one that runs here, found " + order.agent());
    }
    if (prefix.isEmpty()) {
      return refused("agent: expected setsid or perl on the PATH, found neither");
    }
    Optional<StartOutcome> refusal = refusal(order, dialect.get(), isWalled);
    return refusal.orElseGet(() -> launch(order, folder, dialect.get(), prefix.get(), isWalled));
  }

  private Optional<StartOutcome> refusal(LaunchOrder order, Dialect dialect, boolean isWalled) {
    if (!Files.isDirectory(order.setting().workspace())) {
      return Optional.of(refused("workspace: expected the folder " + order.setting().workspace()));
    }
    if (order.setting().mode() == LaunchMode.BYPASS
        && !dialect.isPredictable()
        && !isWalled
        && setup.userSwitch().isEmpty()
        && Containment.isRootHere()) {
      return Optional.of(
          refused(
              "agent: expected a sandbox or another user than root for "
                  + LaunchMode.BYPASS.title()
                  + ", found neither: "
                  + setup.sandbox().unavailable().orElse("")
                  + "; install bubblewrap (signalbox doctor tells how it goes), or run Signalbox as"
                  + " an ordinary user"));
    }
    return Optional.empty();
  }

  private StartOutcome launch(
      LaunchOrder order,
      AttemptFolder folder,
      Dialect dialect,
      List<String> prefix,
      boolean isWalled) {
    StartedAttempt wanted =
        new StartedAttempt(
            order, UUID.randomUUID().toString(), ProcessTable.bootId(), isWalled, false);
    try {
      // Asked before anything of the attempt is written: a refusal leaves nothing of it behind.
      if (isWalled && setup.userSwitch().isEmpty()) {
        dialect.makeFolders(setup.inherited());
      }
      Launch.of(setup, dialect, wanted);
    } catch (SignalboxException e) {
      return refused(
          Stream.concat(Stream.of(String.valueOf(e.getMessage())), e.hints().stream())
              .collect(Collectors.joining("; ")));
    }
    StartedAttempt attempt = prepare(folder, wanted, dialect);
    if (!attempt.bootId().equals(ProcessTable.bootId())) {
      // The machine has restarted since; whether a process was started then, nobody knows.
      folder.forbidStart();
    } else {
      try {
        Shim.start(folder, prefix, order.setting().workspace(), Launch.of(setup, dialect, attempt));
      } catch (IOException e) {
        return new StartOutcome.Refused("agent: expected a process, found " + e, true);
      }
    }
    return folder
        .shim()
        .<StartOutcome>map(StartOutcome.Started::new)
        .orElseGet(() ->
            new StartOutcome.Refused(
                "agent: expected its shim to start, found "
                    + setup
                        .secrets()
                        .redactor()
                        .text(folder.tail("shim.log", REASON_BYTES_MAX).strip()),
                true));
  }

  /** Writes what the shim needs. What an earlier start wrote stays. */
  private static StartedAttempt prepare(
      AttemptFolder folder, StartedAttempt wanted, Dialect dialect) {
    folder.create();
    folder.publishOnce(folder.order(), OrderJson.write(wanted));
    StartedAttempt attempt = folder.text("order.json").map(OrderJson::read).orElse(wanted);
    folder.publishOnce(folder.script(), Shim.script());
    LaunchOrder order = attempt.order();
    folder.publishFirst(
        dialect
            .exchange(order)
            .write(0, new AgentMessage.Say(order.prompt()))
            .orElseThrow(() -> new IllegalStateException("expected the first message's lines")));
    return attempt;
  }

  private static StartOutcome refused(String reason) {
    return new StartOutcome.Refused(reason, false);
  }
}
