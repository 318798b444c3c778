package dev.signalbox.runner.local;

import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.sandbox.SandboxSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What is executed for an order.
 *
 * @param command the agent's, with its walls and its user
 * @param environment all of it
 */
record Launch(List<String> command, Map<String, String> environment) {
  /** Git's own settings of the person, such as the name for commits; not its stored passwords. */
  private static final List<String> GIT_SETTINGS =
      List.of(".gitconfig", ".config/git/config", ".config/git/ignore", ".config/git/attributes");

  /** How many colours the person's terminal has. */
  private static final String COLOURS = "COLORTERM";

  static Launch of(LocalSetup setup, Dialect dialect, StartedAttempt attempt) {
    return of(setup, dialect, attempt, dialect.command(attempt.order()), setup.sandbox()::wrap);
  }

  /**
   * The agent's own screen: what its process would get, and the terminal.
   *
   * @param screen the command
   * @param scratch where the walls may leave a file
   */
  static Launch ofScreen(
      LocalSetup setup,
      Dialect dialect,
      StartedAttempt attempt,
      List<String> screen,
      Path scratch) {
    Launch launch =
        of(
            setup,
            dialect,
            attempt,
            screen,
            (spec, command) -> setup.sandbox().wrapScreen(spec, command, scratch));
    Optional.ofNullable(setup.inherited().get(COLOURS))
        .ifPresent(colours -> launch.environment().put(COLOURS, colours));
    return launch;
  }

  private static Launch of(
      LocalSetup setup,
      Dialect dialect,
      StartedAttempt attempt,
      List<String> wanted,
      BiFunction<SandboxSpec, List<String>, List<String>> walls) {
    LaunchOrder order = attempt.order();
    Map<String, String> added = new HashMap<>(dialect.environment(order, setup.inherited()));
    added.putAll(setup.secrets().variables(order.agent()));
    Map<String, String> environment = ChildEnvironment.of(setup.inherited(), added);
    environment.put(StartedAttempt.MARK_NAME, attempt.mark());
    List<String> command = resolved(wanted, environment, attempt.isWalled());
    if (attempt.isWalled()) {
      SandboxSpec spec = spec(setup, dialect, order, environment, command.getFirst());
      command = walls.apply(spec, command);
      // Inside, the person's folder for temporary files may not be there; /tmp is, and is empty.
      environment.remove("TMPDIR");
    }
    return new Launch(
        Stream.concat(setup.userSwitch().stream(), command.stream()).toList(), environment);
  }

  private static SandboxSpec spec(
      LocalSetup setup,
      Dialect dialect,
      LaunchOrder order,
      Map<String, String> environment,
      String program) {
    Path workspace = order.setting().workspace();
    List<Path> writable = new ArrayList<>(List.of(workspace));
    dialect.writableFolders(setup.inherited()).stream()
        .filter(Files::exists)
        .forEach(writable::add);
    List<Path> readable = new ArrayList<>(List.of(order.setting().objects()));
    dialect.readOnlyFiles(setup.inherited()).stream().filter(Files::exists).forEach(readable::add);
    Path home = Path.of(environment.getOrDefault("HOME", "/"));
    GIT_SETTINGS.stream().map(home::resolve).filter(Files::exists).forEach(readable::add);
    SearchPath.of(environment).find(program).ifPresent(path -> readable.addAll(parts(path)));
    List<Path> hidden = new ArrayList<>(setup.hidden());
    hidden.add(setup.stateFolder());
    // The refs beside the objects name what was taken in of other sessions.
    Optional.ofNullable(order.setting().objects().getParent()).ifPresent(hidden::add);
    return new SandboxSpec(workspace, writable, readable, hidden, true);
  }

  /**
   * The command with the program that is really started. Inside walls that is its real path: the
   * link that the search path leads to may lie where they show nothing, as {@code ~/.local/bin}
   * does.
   */
  private static List<String> resolved(
      List<String> command, Map<String, String> environment, boolean isWalled) {
    String program = command.getFirst();
    Optional<Path> found = SearchPath.of(environment).find(program).map(Launch::real);
    Optional<Path> started = found.map(real -> NativeProgram.behind(real, name(program)));
    boolean isReplaced = !started.equals(found) || (isWalled && !program.contains("/"));
    String first = isReplaced ? started.map(Path::toString).orElse(program) : program;
    return Stream.concat(Stream.of(first), command.stream().skip(1)).toList();
  }

  private static String name(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }

  /**
   * A program as it is called, and the folder that it really lies in, with its other files and the
   * packages that it loads.
   */
  private static List<Path> parts(Path program) {
    Path real = real(program);
    Path folder =
        NativeProgram.modules(real)
            .orElseGet(() -> Optional.ofNullable(real.getParent()).orElse(real));
    return program.equals(real) ? List.of(folder) : List.of(program, folder);
  }

  private static Path real(Path program) {
    try {
      return program.toRealPath();
    } catch (IOException e) {
      // It vanished just now; whoever starts it says so.
      return program;
    }
  }
}
