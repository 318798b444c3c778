package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.http.ControlServer;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import dev.signalbox.workspace.WorkspaceOrder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A host with everything that an attack could be after; all of it the test's own. */
final class AttackSite implements AutoCloseable {
  static final String KEY = "PRIVATE-KEY-OF-A-PERSON-4711";
  static final String VALUE = "a-value-in-the-environment-4711";

  private static final String ABSTRACT_LISTENER =
      """
      use Socket;
      socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
      bind($s, pack_sockaddr_un("\\0" . $ARGV[0])) or die;
      listen($s, 5) or die;
      $| = 1;
      print "ready\\n";
      sleep 1000;
      """;

  private final WalledSite site;
  private final String mark = UUID.randomUUID().toString();
  private final List<Runnable> others = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private final EngineController engine = EngineController.waiting("the table");
  private final ControlServer server;
  private final ServerSocketChannel fileSocket;
  private final ServerSocket port;
  private final String start;

  /** Where an attack comes from. */
  enum Place {
    SESSION,
    PREPARE,
    VERIFY,
    /** As a control: the same without walls, to see that the attack would work. */
    NO_WALLS
  }

  AttackSite(WalledSite site) throws IOException {
    this.site = site;
    Path home = site.root().resolve("home");
    Files.createDirectories(home.resolve(".ssh"));
    Files.writeString(home.resolve(".ssh/id_ed25519"), KEY + "\n");
    Files.writeString(home.resolve("keep"), "kept\n");
    site.order("S-B", 1, new LaunchOrder.Conversation.Fresh("other"));
    server = ControlServer.start(new LocalControl(engine), state(), "run-1", Instant.EPOCH);
    fileSocket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    fileSocket.configureBlocking(false);
    bindShort(home);
    start = site.repository().git("rev-parse", "main");
    port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    processes.add(victim());
    Process listener = new ProcessBuilder("perl", "-e", ABSTRACT_LISTENER, mark).start();
    processes.add(listener);
    assertThat(listener.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
  }

  /** The path of a socket may have 107 bytes only: a link to the folder makes it short. */
  private void bindShort(Path home) throws IOException {
    Path folder = Files.createTempDirectory("s");
    Path link = Files.createSymbolicLink(folder.resolve("h"), home);
    fileSocket.bind(UnixDomainSocketAddress.of(link.resolve("agent.sock")));
    Files.delete(link);
    Files.delete(folder);
  }

  private static Process victim() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    builder.environment().put("HOST_API_KEY", VALUE);
    return builder.start();
  }

  WalledSite site() {
    return site;
  }

  Path root() {
    return site.root();
  }

  Path state() {
    return site.root().resolve("state");
  }

  Path other() {
    return site.workspaces().folderOf(WalledSite.key("S-B"));
  }

  String token() throws IOException {
    String file = Files.readString(state().resolve("control.json"));
    return file.replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
  }

  /** The commit of all branches before anything was tried. */
  String start() {
    return start;
  }

  private String controlPort() {
    try {
      String file = Files.readString(state().resolve("control.json"));
      return file.replaceAll("(?s).*127[.]0[.]0[.]1:([0-9]+).*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isVictimAlive() {
    return ProcessTable.identity(processes.getFirst().pid()).isPresent();
  }

  boolean isGateOpen() {
    return !new LocalControl(engine).look().inbox().isEmpty();
  }

  boolean wasFileSocketReached() throws IOException {
    return fileSocket.accept() != null;
  }

  /** What attacks left running: nothing else has this word in its command line. */
  List<ProcessHandle> left() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process.pid()).contains("left-" + mark))
        .toList();
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  private String filled(String script) {
    return script
        .replace("@HOME@", root().resolve("home").toString())
        .replace("@ROOT@", root().toString())
        .replace("@REPO@", site.repository().folder().toString())
        .replace("@STATE@", state().toString())
        .replace("@OTHER@", other().toString())
        .replace("@CONTROL@", controlPort())
        .replace("@PORT@", Integer.toString(port.getLocalPort()))
        .replace("@PID@", Long.toString(processes.getFirst().pid()))
        .replace("@NAME@", mark)
        .replace("@LEFT@", "left-" + mark)
        .replace("@GATE@", engine.gate(GateKind.TABLE).id().toString());
  }

  /** Runs a script to its end, and tells what it printed. */
  String printed(Place place, String script) throws Exception {
    String whole = "{ " + filled(script) + "\n} 2>&1\n";
    return switch (place) {
      case SESSION -> inSession(whole + "exit 0");
      case PREPARE -> inPrepare(whole + "exit 9");
      case VERIFY -> inVerify(whole + "exit 9");
      case NO_WALLS -> withoutWalls(whole);
    };
  }

  private String inSession(String script) {
    AgentRunner runner = site.runner(script, Map.of());
    LaunchOrder order =
        site.order("S-A", 1, new LaunchOrder.Conversation.Fresh(UUID.randomUUID().toString()));
    runner.start(order);
    try {
      Following.await("the end", () -> runner.look(order.attempt()) instanceof Liveness.Over);
    } finally {
      runner.stop(order.attempt(), StopManner.FORCED);
    }
    return site.folder(order.attempt()).text("out").orElse("");
  }

  /**
   * Another session lives at the same time, until this is closed; its script prints a line first.
   */
  void alsoRuns(String session, String script, Map<String, String> variables) {
    AgentRunner runner = site.runner(script, variables);
    LaunchOrder order =
        site.order(session, 2, new LaunchOrder.Conversation.Fresh(UUID.randomUUID().toString()));
    assertThat(runner.start(order)).isInstanceOf(StartOutcome.Started.class);
    others.add(() -> runner.stop(order.attempt(), StopManner.FORCED));
    Following.await(
        "its first line",
        () -> site.folder(order.attempt()).text("out").filter(it -> !it.isEmpty()).isPresent());
  }

  private String inPrepare(String script) {
    PrepareOutcome outcome = site.workspaces().prepare(order(Optional.of(script)));
    return ((PrepareOutcome.Failed) outcome).reason();
  }

  static WorkspaceOrder order(Optional<String> prepare) {
    return new WorkspaceOrder(WalledSite.key("S-A"), "main", "b-S-A", List.of(), Map.of(), prepare);
  }

  private String inVerify(String script) {
    String commit = site.repository().git("rev-parse", "main");
    return ((VerifyOutcome.Failed) site.merges().verify(commit, script)).log();
  }

  private String withoutWalls(String script) throws Exception {
    PrepareOutcome outcome = site.workspaces().prepare(order(Optional.empty()));
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", script)
            .directory(((PrepareOutcome.Ready) outcome).folder().toFile())
            .redirectInput(new File("/dev/null"));
    builder.environment().put("HOME", root().resolve("home").toString());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  @Override
  public void close() throws IOException {
    others.forEach(Runnable::run);
    left().forEach(ProcessHandle::destroyForcibly);
    processes.forEach(Process::destroyForcibly);
    server.close();
    fileSocket.close();
    port.close();
  }
}
