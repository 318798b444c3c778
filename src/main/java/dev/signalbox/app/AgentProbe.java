package dev.signalbox.app;

import dev.signalbox.agent.AgentAvailability;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentProgram;
import dev.signalbox.agent.ProgramCheck;
import dev.signalbox.agent.SignIn;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.runner.local.AgentSecrets;
import dev.signalbox.runner.local.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether agents can be started on this machine. */
final class AgentProbe {
  /** A loaded machine needs seconds to start a large program. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int SIGNED_OUT = 1;
  private static final Pattern VERSION =
      Pattern.compile("[0-9]+(?:[.][0-9]+)+(?:[-+][0-9A-Za-z.+-]*[0-9A-Za-z])?");

  /** What every program gets, and where Claude Code and Codex find their credentials. */
  private static final Set<String> INHERITED =
      Set.of(
          "ANTHROPIC_API_KEY",
          "ANTHROPIC_AUTH_TOKEN",
          "ANTHROPIC_BASE_URL",
          "CLAUDE_CODE_OAUTH_TOKEN",
          "CLAUDE_CODE_USE_BEDROCK",
          "CLAUDE_CODE_USE_FOUNDRY",
          "CLAUDE_CODE_USE_VERTEX",
          "CLAUDE_CONFIG_DIR",
          "CODEX_API_KEY",
          "CODEX_HOME",
          "HOME",
          "LANG",
          "LOGNAME",
          "OPENAI_API_KEY",
          "PATH",
          "TMPDIR",
          "USER");

  private final Map<String, String> environment;
  private final AgentSecrets.Source secrets;

  /**
   * A probe.
   *
   * @param secrets each agent is asked with its own, since they may be what signs it in
   */
  AgentProbe(Map<String, String> environment, AgentSecrets.Source secrets) {
    this.environment = Map.copyOf(environment);
    this.secrets = secrets;
  }

  /** Whether its program is there; runs nothing. */
  AgentAvailability presence(AgentProfile agent) {
    if (!Dialects.speak(agent)) {
      return AgentAvailability.missing("not run by this Signalbox", Optional.empty());
    }
    return located(agent);
  }

  private AgentAvailability located(AgentProfile agent) {
    Optional<String> program = agent.program().flatMap(AgentProgram::executable);
    if (program.isEmpty()) {
      return AgentAvailability.BUILT_IN;
    }
    Optional<Path> path = SearchPath.of(environment).find(program.get());
    if (path.isEmpty()) {
      return AgentAvailability.missing(
          "no " + program.get() + " on the PATH",
          agent.program().flatMap(it -> it.check().install()));
    }
    return new AgentAvailability(
        path.map(Path::toString),
        Optional.empty(),
        SignIn.NOT_ASKED,
        Optional.empty(),
        Optional.empty());
  }

  /** As {@link #presence}, and whether somebody is signed in, which starts the program. */
  AgentAvailability readiness(AgentProfile agent) {
    AgentAvailability there = presence(agent);
    return there.lack().isPresent() || there.path().isEmpty() ? there : signedIn(agent, there);
  }

  /** All that can be found out, also of a program that no adapter speaks with. */
  AgentAvailability everything(AgentProfile agent) {
    AgentAvailability there = located(agent);
    if (there.path().isEmpty()) {
      return there;
    }
    List<String> asked = agent.program().map(it -> it.check().version()).orElse(List.of());
    Optional<String> version =
        asked.isEmpty() ? Optional.empty() : version(ask(agent, there, asked));
    AgentAvailability versioned =
        new AgentAvailability(there.path(), version, there.signIn(), there.lack(), there.mend());
    return signedIn(agent, versioned);
  }

  private static Optional<String> version(Trial trial) {
    Matcher matcher = VERSION.matcher(trial.firstLine());
    return trial.isOk() && matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private AgentAvailability signedIn(AgentProfile agent, AgentAvailability there) {
    ProgramCheck check = agent.program().map(AgentProgram::check).orElse(ProgramCheck.NONE);
    SignIn told =
        check.signIn().isEmpty() ? SignIn.CANNOT_TELL : signIn(ask(agent, there, check.signIn()));
    SignIn signIn = told == SignIn.NO && hasKey(check) ? SignIn.CANNOT_TELL : told;
    boolean isOut = signIn == SignIn.NO;
    return new AgentAvailability(
        there.path(),
        there.version(),
        signIn,
        isOut ? Optional.of("not signed in") : there.lack(),
        isOut ? check.enter() : there.mend());
  }

  private boolean hasKey(ProgramCheck check) {
    return check.keys().stream().anyMatch(key -> !environment.getOrDefault(key, "").isEmpty());
  }

  private static SignIn signIn(Trial trial) {
    if (trial.isOk()) {
      return SignIn.YES;
    }
    return trial.exit().orElse(-1) == SIGNED_OUT ? SignIn.NO : SignIn.CANNOT_TELL;
  }

  private Trial ask(AgentProfile agent, AgentAvailability there, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(there.path().orElseThrow()));
    command.addAll(arguments);
    return Trial.of(command, variables(agent), LIMIT);
  }

  private Map<String, String> secrets(AgentProfile agent) {
    try {
      return secrets.variables(agent.id());
    } catch (SignalboxException _) {
      // Said by doctor as a line of its own, and by dispatch before anything starts.
      return Map.of();
    }
  }

  private Map<String, String> variables(AgentProfile agent) {
    Map<String, String> variables = new TreeMap<>();
    List<String> own = agent.program().map(it -> it.surroundings().inherits()).orElse(List.of());
    environment.forEach((name, value) -> {
      if (INHERITED.contains(name) || own.contains(name)) {
        variables.put(name, value);
      }
    });
    agent.program().ifPresent(it -> variables.putAll(it.surroundings().variables()));
    variables.putAll(secrets(agent));
    return variables;
  }
}
