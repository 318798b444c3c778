package dev.signalbox.runner.local;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.session.AttemptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An agent's own screen in the terminal of this process, for the person who has the session. It
 * gets what the session's agent gets: workspace, environment, user and walls.
 */
public final class AgentScreen {
  /** It becomes a word of a command: never an option, a path elsewhere or two words. */
  private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}");

  private final LocalSetup setup;
  private final Dialect dialect;
  private final StartedAttempt agent;
  private final LaunchOrder.Conversation.Resumed conversation;
  private final List<String> command;

  private AgentScreen(
      LocalSetup setup,
      Dialect dialect,
      StartedAttempt agent,
      LaunchOrder.Conversation.Resumed conversation,
      List<String> command) {
    this.setup = setup;
    this.dialect = dialect;
    this.agent = agent;
    this.conversation = conversation;
    this.command = List.copyOf(command);
  }

  /** Whether an agent's id of a conversation may stand in a command. */
  public static boolean isSound(String conversation) {
    return CONVERSATION.matcher(conversation).matches();
  }

  /**
   * A screen that could be opened; nothing is started.
   *
   * @param agent a process of the session's agent, as which the screen is started
   * @param conversation sound
   * @param command the screen's, with the conversation in it
   * @throws SignalboxException {@code TAKEOVER_IMPOSSIBLE} where it cannot be opened, with the
   *     reason
   */
  public static AgentScreen of(
      LocalSetup setup, AttemptKey agent, String conversation, List<String> command) {
    if (!isSound(conversation)) {
      throw new IllegalArgumentException("expected a sound conversation, found " + conversation);
    }
    StartedAttempt started =
        AttemptFolder.of(setup.stateFolder(), agent)
            .text("order.json")
            .map(OrderJson::read)
            .orElseThrow(() -> impossible("expected the start of " + agent + ", found none"));
    Dialect dialect =
        Optional.ofNullable(setup.dialects().get(started.order().agent()))
            .orElseThrow(() ->
                impossible("expected an agent that runs here, found " + started.order().agent()));
    if (!Files.isDirectory(started.order().setting().workspace())) {
      throw impossible(
          "expected the workspace " + started.order().setting().workspace() + ", found none");
    }
    Optional<String> lack = setup.sandbox().unavailable();
    if (started.isWalled() && lack.isPresent()) {
      throw impossible("expected the walls that its agent had, found " + lack.get());
    }
    if (SearchPath.of(setup.inherited()).find(command.getFirst()).isEmpty()) {
      throw impossible("expected the program " + command.getFirst() + ", found none");
    }
    return new AgentScreen(
        setup, dialect, started, new LaunchOrder.Conversation.Resumed(conversation), command);
  }

  private static SignalboxException impossible(String message) {
    return new SignalboxException(
        ErrorCode.TAKEOVER_IMPOSSIBLE,
        "takeover: " + message,
        List.of("nothing was stopped; signalbox attach shows what the session does"));
  }

  /**
   * Opens the screen and waits for its end. Of any number of calls for one number one opens it.
   *
   * @param number of the process that the engine keeps free for it
   * @return its exit code; empty if the session was given back before it opened
   * @throws SignalboxException when no process can be started
   */
  public OptionalInt open(int number) {
    LaunchOrder as = agent.order();
    LaunchOrder order =
        new LaunchOrder(
            new AttemptKey(as.attempt().session(), number),
            as.agent(),
            as.setting(),
            as.name(),
            conversation,
            "");
    StartedAttempt screen =
        new StartedAttempt(
            order, UUID.randomUUID().toString(), ProcessTable.bootId(), agent.isWalled(), true);
    AttemptFolder folder = AttemptFolder.of(setup.stateFolder(), order.attempt());
    folder.create();
    if (!folder.publishOnce(folder.order(), OrderJson.write(screen))) {
      return OptionalInt.empty();
    }
    folder.publishOnce(folder.script(), Shim.script());
    if (agent.isWalled() && setup.userSwitch().isEmpty()) {
      dialect.makeFolders(setup.inherited());
    }
    int exit = run(folder, Launch.ofScreen(setup, dialect, screen, command, folder.path()));
    return folder.agent().isPresent() ? OptionalInt.of(exit) : OptionalInt.empty();
  }

  private int run(AttemptFolder folder, Launch launch) {
    List<String> words =
        new ArrayList<>(
            List.of("/bin/sh", folder.script().toString(), "--screen", folder.path().toString()));
    words.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(agent.order().setting().workspace().toFile())
            .inheritIO();
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      folder.forbidStart();
      throw new SignalboxException(
          ErrorCode.TAKEOVER_IMPOSSIBLE,
          "takeover: expected a process for the screen, found " + e,
          List.of("give the session back: signalbox takeover SESSION --give-back"),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("expected to wait for the screen, found an interruption", e);
    }
  }
}
