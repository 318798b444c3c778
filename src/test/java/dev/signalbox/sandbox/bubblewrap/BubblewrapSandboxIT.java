package dev.signalbox.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BubblewrapSandboxIT {
  private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

  @TempDir private Path temp;
  private Path home;
  private Path work;
  private Path state;
  private Path library;
  private Sandbox sandbox;

  @BeforeEach
  void open() throws IOException {
    Path real = temp.toRealPath();
    home = Files.createDirectories(real.resolve("home"));
    work = Files.createDirectories(real.resolve("home/work"));
    state = Files.createDirectories(real.resolve("home/work/state"));
    library = Files.createDirectories(real.resolve("home/library"));
    Files.writeString(home.resolve("secret"), "s");
    Files.writeString(state.resolve("secret"), "s");
    Files.writeString(library.resolve("file"), "shown");
    sandbox = new BubblewrapSandbox("bwrap", home);
    Optional<String> reason = sandbox.unavailable();
    Assumptions.assumeTrue(reason.isEmpty(), () -> "no walls here: " + reason.orElse(""));
  }

  private SandboxSpec spec(boolean isNetworkShared) {
    return new SandboxSpec(
        work,
        List.of(work),
        List.of(library, home.resolve("absent")),
        List.of(state, home.resolve("not there")),
        isNetworkShared);
  }

  private List<String> shell(String script) {
    return sandbox.wrap(spec(false), List.of("/bin/sh", "-c", script));
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", PATH, "NAME", "a value"));
    return builder;
  }

  private static String output(List<String> command) throws Exception {
    Process process = builder(command).redirectInput(new File("/dev/null")).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  @Test
  void onlyWhatIsShownIsSeen() throws Exception {
    assertThat(output(shell("ls /home /run %s %s; cat %s/file".formatted(home, state, library))))
        .isEqualTo("/home:\n\n/run:\n\n%s:\nlibrary\nwork\n\n%s:\nshown".formatted(home, state));
  }

  /**
   * Where no terminal is, a call that reaches the kernel finds none; one that is refused does not.
   */
  @Test
  void aScreenCannotTypeIntoItsTerminal() throws Exception {
    String script =
        "for my $call (0x5412, 0x541C, 0x5401) { my $x = 'x'; ioctl(STDIN, $call, $x);"
            + " print $!{EPERM} ? 'refused ' : $!{ENOTTY} ? 'asked ' : \"other: $! \"; }";
    List<String> perl = List.of("perl", "-e", script);
    if (!output(List.of("sh", "-c", "command -v perl || echo none")).contains("perl")) {
      System.err.println("skipped: perl is not installed");
      Assumptions.abort("perl is not installed");
    }

    assertThat(output(sandbox.wrap(spec(false), perl))).isEqualTo("asked asked asked ");
    assertThat(output(sandbox.wrapScreen(spec(false), perl, temp)))
        .isEqualTo("refused refused asked ");
  }

  @Test
  void nothingOutsideIsWritten() throws Exception {
    String name = "signalbox-test-" + ProcessHandle.current().pid();
    String script =
        "for f in /etc/%1$s /usr/%1$s /tmp/%1$s %2$s/x %2$s/file %3$s/x; do echo x >$f; done; echo x >here"
            .formatted(name, library, state);

    assertThat(output(shell("(" + script + ") 2>/dev/null; echo $?"))).isEqualTo("0\n");

    assertThat(work.resolve("here")).hasContent("x");
    assertThat(library.resolve("file")).hasContent("shown");
    assertThat(library.resolve("x")).doesNotExist();
    assertThat(state.resolve("x")).doesNotExist();
    assertThat(Path.of("/etc", name)).doesNotExist();
    assertThat(Path.of("/tmp", name)).doesNotExist();
  }

  @Test
  void theProgramIsNobodyInItsFolderWithItsEnvironment() throws Exception {
    assertThat(output(shell("id -u; pwd; env | sort; kill -9 $PPID; echo alive")))
        .isEqualTo("65534\n%s\nNAME=a value\nPATH=%s\nPWD=%s\nalive\n".formatted(work, PATH, work));
  }

  @Test
  void aSecretIsSeenInsideAndInNoCommandLine() throws Exception {
    ProcessBuilder builder = builder(shell("echo $SECRET; sleep 1000 & read end; kill $!"));
    builder.environment().put("SECRET", "sesame-4711");
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    assertThat(output.readLine()).isEqualTo("sesame-4711");

    List<String> lines = new ArrayList<>();
    for (ProcessHandle child :
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
      lines.add(Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline")));
    }
    process.getOutputStream().close();

    assertThat(lines).hasSizeGreaterThan(2).noneMatch(line -> line.contains("sesame"));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theKernelsSettingsAreNotWritten() throws Exception {
    // Only asked and not tried: where the wall is missing, a try would change the machine.
    assertThat(output(shell("find /proc/sys -writable 2>/dev/null"))).isEmpty();
  }

  @Test
  void theNetworkIsThereOnlyIfItIsShared() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> connect =
          List.of(
              "/bin/bash",
              "-c",
              "(exec 3<>/dev/tcp/127.0.0.1/%d) 2>/dev/null && echo reached || echo not"
                  .formatted(server.getLocalPort()));

      assertThat(output(sandbox.wrap(spec(false), connect))).isEqualTo("not\n");
      assertThat(output(sandbox.wrap(spec(true), connect))).isEqualTo("reached\n");
    }
  }

  @Test
  void everythingInsideDiesWithTheParent() throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\"; :", "sh"));
    command.addAll(shell("setsid sleep 1000 & echo ready; exec sleep 1000"));
    Process parent = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
    assertThat(output.readLine()).isEqualTo("ready");

    // By its handle, since the process itself would close its output as well.
    assertThat(parent.toHandle().destroyForcibly()).isTrue();

    // The end of the output comes only when nobody holds it open any more.
    assertThat(output.readLine()).isNull();
  }

  @Test
  void anOrdinaryUserHasWallsToo() throws Exception {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    Assumptions.assumeTrue(isRoot, "run by an ordinary user, so every test here shows it");
    Path own = Files.createDirectories(work.resolve("own"));
    for (Path path = own;
        path.startsWith(temp.toRealPath());
        path = path.resolve("..").normalize()) {
      output(List.of("chown", "65534:65534", path.toString()));
    }
    SandboxSpec spec = new SandboxSpec(own, List.of(own), List.of(), List.of(), false);
    List<String> command =
        new ArrayList<>(
            List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"));
    command.addAll(
        sandbox.wrap(spec, List.of("/bin/sh", "-c", "id -u; ls " + home + "; echo x >file")));

    assertThat(output(command)).isEqualTo("65534\nwork\n");
    assertThat(own.resolve("file")).hasContent("x");
  }

  @Test
  void whatIsNotThereIsNoWall() {
    assertThat(new BubblewrapSandbox("bwrap-that-is-not-there", home).unavailable())
        .hasValueSatisfying(reason ->
            assertThat(reason).startsWith("bubblewrap: expected the program bwrap, found "));
    assertThat(new BubblewrapSandbox("/bin/false", home).unavailable())
        .contains("bubblewrap: expected walls around a program, found exit code 1: ");
  }
}
