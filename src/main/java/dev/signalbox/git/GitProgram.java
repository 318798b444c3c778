package dev.signalbox.git;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The git program, with a folder to run in and an environment of its own.
 *
 * <p>Only the variables of an allowlist are inherited, so no {@code GIT_} variable of the caller
 * reaches git. A person's own configuration counts unless {@link #withoutConfiguration} is asked
 * for; hooks and fsmonitor, which run programs that a repository may hold, are always off. Values
 * of this type never change; each {@code with} makes a new one.
 */
public final class GitProgram {
  /** What git needs to find itself, its configuration and a place for temporary files. */
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", "TMPDIR");

  private static final List<String> ALWAYS =
      List.of(
          "git",
          "--no-optional-locks",
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "gc.auto=0",
          "-c",
          "maintenance.auto=false");

  private final Path folder;
  private final Map<String, String> environment;

  private GitProgram(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * git in a folder.
   *
   * @param inherited the environment of Signalbox, from which the allowlist takes
   */
  public static GitProgram in(Path folder, Map<String, String> inherited) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String name : INHERITED) {
      if (inherited.containsKey(name)) {
        environment.put(name, inherited.get(name));
      }
    }
    // Messages are compared, so they must be English; nobody is there to type a password.
    environment.put("LC_ALL", "C");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_DEFAULT_REF_FORMAT", "files");
    return new GitProgram(folder, Map.copyOf(environment));
  }

  /** The same in another folder. */
  public GitProgram in(Path other) {
    return new GitProgram(other, environment);
  }

  /** The same with one more variable. */
  public GitProgram with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new GitProgram(folder, Map.copyOf(more));
  }

  /** The same with this git folder. */
  public GitProgram withGitFolder(Path gitFolder) {
    return with("GIT_DIR", gitFolder.toString());
  }

  /** The same without any configuration but that of the git folder itself. */
  public GitProgram withoutConfiguration() {
    return with("GIT_CONFIG_NOSYSTEM", "1")
        .with("GIT_CONFIG_GLOBAL", "/dev/null")
        .with("GIT_ATTR_NOSYSTEM", "1")
        .with("XDG_CONFIG_HOME", "/dev/null");
  }

  /** Runs a command with no input. */
  public GitResult run(String... arguments) {
    return run(List.of(arguments), "");
  }

  /**
   * Runs a command, and again for a short while if another process holds a lock.
   *
   * @param input its standard input
   * @throws SignalboxException {@code GIT_FAILED} when git cannot be started
   */
  public GitResult run(List<String> arguments, String input) {
    GitResult result = once(arguments, input);
    Duration pause = Limits.GIT_RETRY_PAUSE;
    for (int i = 1; i < Limits.GIT_TRIES_MAX && result.isContended(); i++) {
      LockSupport.parkNanos(pause.toNanos());
      pause = pause.multipliedBy(2);
      result = once(arguments, input);
    }
    return result;
  }

  private GitResult once(List<String> arguments, String input) {
    List<String> command = new ArrayList<>(ALWAYS);
    command.addAll(arguments);
    refuseWhatCannotBeSaid(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    if (input.isEmpty()) {
      builder.redirectInput(new File("/dev/null"));
    }
    return new GitRun(commandIn(arguments), builder, input).result();
  }

  /** Java puts a question mark for what the machine's character set lacks: that names another. */
  private static void refuseWhatCannotBeSaid(List<String> arguments) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    for (String argument : arguments) {
      if (!charset.newEncoder().canEncode(argument)) {
        throw new SignalboxException(
            ErrorCode.GIT_FAILED,
            "git: expected a name in the character set " + charset + ", found " + argument,
            List.of("set LC_ALL=C.UTF-8 and start again"));
      }
    }
  }

  private static String commandIn(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals("-c")) {
        i++;
      } else if (!arguments.get(i).startsWith("-")) {
        return arguments.get(i);
      }
    }
    return "";
  }
}
