package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.GateView;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shop of the examples in a folder of its own, with a state folder and a person's home. */
final class Shop {
  static final String PLAN = "2026-11-22-shop-gift-cards.md";
  static final List<String> ISSUES =
      List.of("SHOP-201", "SHOP-202", "SHOP-203", "SHOP-204", "SHOP-205");

  private static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", ".")).toAbsolutePath().normalize();

  private final Path top;
  private final Map<String, String> environment;

  private Shop(Path top, Map<String, String> environment) {
    this.top = top;
    this.environment = environment;
  }

  /** A shop that lies in the folder; {@link #open} has to follow where it is not made yet. */
  static Shop in(Path folder) throws IOException {
    Path top = folder.toRealPath();
    Files.createDirectories(top.resolve("home"));
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", String.valueOf(System.getenv("PATH")));
    environment.put("HOME", top.resolve("home").toString());
    environment.put("LANG", "C.UTF-8");
    environment.put("TERM", "dumb");
    return new Shop(top, environment);
  }

  /** Copies the examples: what is there first can still be changed before {@link #commit}. */
  Shop open() throws IOException {
    Path examples = ROOT.resolve("examples");
    try (Stream<Path> files = Files.walk(examples.resolve("gift-cards"))) {
      for (Path file : files.sorted().toList()) {
        Path target = repository().resolve(examples.resolve("gift-cards").relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.copy(examples.resolve(PLAN), plan());
    return this;
  }

  /** The same, with another plan in the place of the example. */
  Shop open(String plan) throws IOException {
    Shop shop = open();
    Files.writeString(plan(), plan);
    return shop;
  }

  /** What the scripted agent does for an issue. */
  void script(String issue, String... steps) throws IOException {
    Path scripts = repository().resolve(".signalbox/scripts");
    Files.writeString(scripts.resolve(issue + ".script"), String.join("\n", steps) + "\n");
  }

  void commit() throws Exception {
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Ann");
    git("config", "user.email", "ann@localhost");
    git("add", "--all");
    git("commit", "--quiet", "--message=A shop");
  }

  Path repository() {
    return top.resolve("shop");
  }

  Path plan() {
    return repository().resolve(PLAN);
  }

  Path state() {
    return top.resolve("state");
  }

  Path home() {
    return top.resolve("home");
  }

  /** The workspace of a session. */
  Path workspace(String session) {
    return state().resolve("workspaces/gift-cards-1").resolve(session);
  }

  /** Gives the engine a variable. */
  void set(String name, String value) {
    environment.put(name, value);
  }

  Program dispatch(String agent) throws IOException {
    return start(
        "dispatch", plan().toString(), "--yes", "--agent", agent, "--state", state().toString());
  }

  /** A command to the engine, from another terminal. */
  Said say(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--state", state().toString()));
    try (Program program = start(words.toArray(String[]::new))) {
      return new Said(program.exit(60), program.printed());
    }
  }

  /** How a command ended, and what it printed. */
  record Said(int exit, String text) {}

  /** The open gates; none while no engine answers. */
  List<Gate> gates() {
    try {
      return control().look().inbox().stream().map(GateView::gate).toList();
    } catch (SignalboxException _) {
      return List.of();
    }
  }

  /** Waits for an open gate of that kind. */
  Gate gate(Program engine, GateKind kind) throws Exception {
    return gate(engine, kind, 0);
  }

  /** Waits for one with a number above {@code after}. */
  Gate gate(Program engine, GateKind kind, long after) throws Exception {
    return Waiting.until(
        "the gate " + kind,
        () -> gates().stream().filter(it -> it.kind() == kind && it.number() > after).findFirst(),
        engine::printed);
  }

  HttpControl control() {
    return HttpControl.find(state());
  }

  /** Starts Signalbox, as the launcher does. */
  Program start(String... arguments) throws IOException {
    return start(command(arguments), arguments[0]);
  }

  /** Starts a program as the person would, in the repository. */
  Program start(List<String> command, String name) throws IOException {
    Path output = Files.createTempFile(top, name + "-", ".log");
    return new Program(
        builder(command, repository().toFile().exists() ? repository() : top)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  /** A terminal of this shop's, in which one command runs; it stays open after the command. */
  TerminalWindow window(int columns, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--state", state().toString()));
    return TerminalWindow.open(
        this::builder, repository(), columns, command(words.toArray(String[]::new)));
  }

  /** The command that starts Signalbox, as the launcher does. */
  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // They live for seconds: the second compiler would only take the processor from the rest.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dsignalbox.home=" + ROOT);
    command.add("-Duser.home=" + home());
    // What takes an agent hours is over in seconds here.
    command.add("-Dsignalbox.nudge.millis=1000");
    command.addAll(List.of("-cp", classPath(), "dev.signalbox.app.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A program with what this shop sets in its environment, and nothing else. */
  ProcessBuilder builder(List<String> command, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** What git prints in the repository, without the last line feed. */
  String git(String... arguments) throws Exception {
    return run(repository(), Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
  }

  /** What a program prints; it has to end well. */
  String run(Path folder, List<String> command) throws Exception {
    Process process = builder(command, folder).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, text).isZero();
    return text.stripTrailing();
  }

  /** The processes that have to do with this shop: engines, keepers of agents, agents. */
  List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(state().toString()))
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return process.info().commandLine().orElse("");
    }
  }

  /** Ends everything at once, as when the machine loses its power. */
  void cutThePower() throws Exception {
    Waiting.untilTrue(
        "no processes",
        () -> {
          List<ProcessHandle> left = processes();
          left.forEach(ProcessHandle::destroyForcibly);
          return left.isEmpty();
        },
        () -> processes().toString());
  }

  /** Of these tests, also where a launcher loads them by a class loader of its own. */
  private static String classPath() {
    return Optional.of(Shop.class.getClassLoader())
        .filter(URLClassLoader.class::isInstance)
        .map(loader ->
            Stream.of(((URLClassLoader) loader).getURLs())
                .map(URL::getPath)
                .collect(Collectors.joining(":")))
        .orElseGet(() -> System.getProperty("java.class.path"));
  }
}
