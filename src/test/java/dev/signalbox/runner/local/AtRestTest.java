package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What attempts leave behind, without secrets. */
@Timeout(60)
class AtRestTest {
  private static final String KEY = "a-Known-Value-4711";
  private static final AgentSecrets SECRETS = AgentSecrets.of(Map.of("MY_API_KEY", KEY));

  @TempDir private Path temp;
  private AttemptFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new AttemptFolder(temp.resolve("sessions/run-1/S-A/attempt-1"));
    folder.create();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.path().resolve(name), text);
  }

  private static String mask(String secret) {
    return "[redacted" + "*".repeat(secret.length() - 10) + "]";
  }

  @Test
  void everyFileOfAnAttemptIsCoveredAndKeepsItsSize() throws IOException {
    List<String> names = List.of("out", "err", "shim.log", "order.json", "in/0000000000.message-0");
    for (String name : names) {
      write(name, "{\"a\":\"" + KEY + "\"}\nnext\n");
    }
    Path harmless = write("exit", "0\n");
    Object before = Files.readAttributes(harmless, "unix:ino").get("ino");

    new AtRest(SECRETS).cover(folder);

    for (String name : names) {
      assertThat(folder.path().resolve(name)).hasContent("{\"a\":\"" + mask(KEY) + "\"}\nnext\n");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.path().resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readAttributes(harmless, "unix:ino").get("ino")).isEqualTo(before);
    assertThat(AtRest.isCovered(folder)).isTrue();
  }

  @Test
  void whatAKillInterruptedIsDoneAgain() throws IOException {
    write("out", KEY + "\n");
    write("err", mask(KEY) + "\n");
    write(".err.covering", "half " + KEY);
    write("in/.4711.new", "a draft with " + KEY);

    new AtRest(SECRETS).cover(folder);

    assertThat(folder.text("out")).contains(mask(KEY) + "\n");
    assertThat(folder.text("err")).contains(mask(KEY) + "\n");
    assertThat(holding(KEY)).isEmpty();
    assertThat(folder.path().resolve(".err.covering")).doesNotExist();
  }

  @Test
  void aKillAtAnyMomentLeavesEachFileWholeAndTheNextOneFinishes() throws Exception {
    int lines = 1_500_000;
    Path out = folder.path().resolve("out");
    String line = "{\"text\":\"something that is not secret, and " + KEY + "\"}\n";
    try (OutputStream stream = Files.newOutputStream(out)) {
      byte[] thousand = line.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < lines / 1_000; i++) {
        stream.write(thousand);
      }
    }
    long size = Files.size(out);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                // Far less than the file: it is never held whole.
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                Covering.class.getName(),
                folder.path().toString(),
                KEY)
            .inheritIO()
            .start();
    Following.await(
        "a draft",
        () -> Files.exists(folder.path().resolve(".out.covering")) || !process.isAlive());
    process.destroyForcibly().waitFor();

    assertThat(Files.size(out)).isEqualTo(size);
    if (!AtRest.isCovered(folder)) {
      assertThat(firstLine(out)).isIn(line, line.replace(KEY, mask(KEY)));
    }
    new AtRest(SECRETS).cover(folder);

    assertThat(Files.size(out)).isEqualTo(size);
    try (var covered = Files.lines(out)) {
      assertThat(covered.filter(line.strip().replace(KEY, mask(KEY))::equals).count())
          .isEqualTo(lines);
    }
    assertThat(AtRest.isCovered(folder)).isTrue();
  }

  /** Covers an attempt in a process of its own. */
  static final class Covering {
    private Covering() {}

    public static void main(String[] words) {
      new AtRest(AgentSecrets.of(Map.of("MY_API_KEY", words[1])))
          .cover(new AttemptFolder(Path.of(words[0])));
    }
  }

  private static String firstLine(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return reader.readLine() + "\n";
    }
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path other = Files.writeString(temp.resolve("other"), KEY);
    Files.createSymbolicLink(folder.path().resolve("out"), other);

    new AtRest(SECRETS).cover(folder);

    assertThat(other).hasContent(KEY);
  }

  @Test
  void onlyAttemptsOfWhichNothingLivesAreCovered() throws IOException {
    LaunchOrder order =
        ScriptedSite.in(Files.createDirectory(temp.resolve("site")))
            .order(1, new LaunchOrder.Conversation.Fresh("f"));
    StartedAttempt started =
        new StartedAttempt(order, "a mark", ProcessTable.bootId(), false, false);
    folder.publishOnce(folder.order(), OrderJson.write(started));
    write("out", KEY + "\n");
    EndedAttempts ended = new EndedAttempts(temp, SECRETS);

    assertThat(ended.cover()).isEmpty();
    assertThat(folder.text("out")).as("one that may still start").contains(KEY + "\n");

    Process living = new ProcessBuilder("sh", "-c", "read end", folder.path().toString()).start();
    write("shim", identity(living.pid()));
    assertThat(ended.cover()).isEmpty();
    assertThat(folder.text("out")).as("one that lives").contains(KEY + "\n");

    living.destroyForcibly();
    living.onExit().join();
    assertThat(ended.cover()).isEmpty();
    assertThat(folder.text("out")).contains(mask(KEY) + "\n");
  }

  private static String identity(long pid) {
    var identity = ProcessTable.identity(pid).orElseThrow();
    return pid + " " + identity.bootId() + " " + identity.startTicks() + "\n";
  }

  private List<Path> holding(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var files = Files.walk(folder.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
