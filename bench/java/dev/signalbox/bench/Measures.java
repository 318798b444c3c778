package dev.signalbox.bench;

import dev.signalbox.journal.Journal;
import dev.signalbox.journal.StoredFact;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.claude.ClaudeDialect;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.runner.scripted.ScriptedDialect;
import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.session.SessionName;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitWorkspaces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Single measures beside their bare equivalents: {@code facts}, {@code ingest}, {@code start},
 * {@code scrape}.
 */
public final class Measures {
  private static final RunId RUN = new RunId("bench-1");
  private static final int BATCHES = 300;
  private static final int INGEST_BYTES = 64 * 1024 * 1024;

  private Measures() {}

  /** The measure's name, an empty folder, and for {@code ingest} the folder of recordings. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "facts" -> {
        for (int size : List.of(1, 10, 100)) {
          facts(Files.createDirectories(folder.resolve("facts-" + size)), size);
        }
      }
      case "ingest" -> ingest(folder, Path.of(args[2]));
      case "start" -> start(folder);
      case "scrape" -> Scrapes.measure(Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }

  private static void facts(Path folder, int size) throws IOException {
    String json = "{\"session\":\"S-A\",\"text\":\"" + "x".repeat(160) + "\"}";
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    try (Journal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      long sequence = 0;
      long start = 0;
      for (int batch = -BATCHES / 10; batch < BATCHES; batch++) {
        start = batch == 0 ? System.nanoTime() : start;
        List<StoredFact> facts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          facts.add(new StoredFact(++sequence, RUN, "agent-started", 1, at, json));
        }
        journal.append(facts, List.of());
      }
      double journalSeconds = (System.nanoTime() - start) / 1e9;
      double bareSeconds = bare(folder.resolve("bare"), (json + "\n").repeat(size));
      System.out.printf(
          "facts, %d in a batch: %,.0f per second durable; write and fdatasync %,.0f; %.2f of it%n",
          size,
          size * BATCHES / journalSeconds,
          size * BATCHES / bareSeconds,
          bareSeconds / journalSeconds);
    }
  }

  private static double bare(Path file, String batch) throws IOException {
    byte[] bytes = batch.getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long start = System.nanoTime();
      for (int i = 0; i < BATCHES; i++) {
        channel.write(ByteBuffer.wrap(bytes));
        channel.force(false);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static void ingest(Path folder, Path captures) throws IOException {
    Path file = folder.resolve("out");
    try (Stream<Path> all = Files.list(captures);
        var out = Files.newOutputStream(file)) {
      List<Path> recordings =
          all.filter(path -> path.toString().endsWith(".ndjson")).sorted().toList();
      long written = 0;
      while (written < INGEST_BYTES) {
        for (Path recording : recordings) {
          byte[] bytes = Files.readAllBytes(recording);
          out.write(bytes);
          written += bytes.length;
        }
      }
    }
    double megabytes = Files.size(file) / 1e6;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      long signals = read(file, new ClaudeDialect("claude").exchange(order(folder, 1)));
      double readSeconds = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      long lines = count(file);
      double countSeconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "ingestion, round %d: %,.0f MB/s (%d signals of %d lines); counting lines %,.0f MB/s;"
              + " %.3f of it%n",
          round + 1,
          megabytes / readSeconds,
          signals,
          lines,
          megabytes / countSeconds,
          countSeconds / readSeconds);
    }
  }

  private static long read(Path file, Exchange exchange) throws IOException {
    long[] signals = new long[1];
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> signals[0] += exchange.read(line).size());
    }
    return signals[0];
  }

  private static long count(Path file) throws IOException {
    long lines = 0;
    byte[] buffer = new byte[1 << 18];
    try (var in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  private static LaunchOrder order(Path folder, int number) {
    SessionKey key = new SessionKey(RUN, new SessionId(SessionName.of(number)));
    return new LaunchOrder(
        new AttemptKey(key, 1),
        new AgentId("scripted"),
        new LaunchOrder.Setting(
            folder.resolve("workspaces").resolve(key.toString()),
            folder,
            LaunchMode.ASK,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        "BENCH-" + number,
        new LaunchOrder.Conversation.Fresh("c-" + number),
        "Wait");
  }

  /** The folder holds {@code repository}, with a commit on {@code main}. */
  private static void start(Path folder) throws IOException, InterruptedException {
    Path repository = folder.resolve("repository");
    Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(folder.resolve("scripts/default.script"), "start\nlisten\n");
    NoSandbox open = new NoSandbox("a benchmark");
    GitWorkspaces workspaces =
        GitWorkspaces.of(
            repository,
            folder.resolve("workspaces"),
            new CommandWalls(open, List.of(), System.getenv()));
    LocalAgentRunner runner =
        new LocalAgentRunner(
            new LocalSetup(
                folder,
                List.of(),
                Map.of(
                    new AgentId("scripted"),
                    new ScriptedDialect(folder.resolve("memory"), folder.resolve("scripts"))),
                open,
                System.getenv(),
                List.of()));
    int runs = 20;
    long[] ours = new long[runs];
    long[] bare = new long[runs];
    for (int i = 0; i < runs; i++) {
      LaunchOrder order = order(folder, i + 1);
      long start = System.nanoTime();
      workspaces.prepare(
          new WorkspaceOrder(
              order.attempt().session(), "main", "b-" + i, List.of(), Map.of(), Optional.empty()));
      runner.start(order);
      ours[i] = System.nanoTime() - start;
      start = System.nanoTime();
      bare(folder, i);
      bare[i] = System.nanoTime() - start;
    }
    Arrays.sort(ours);
    Arrays.sort(bare);
    System.out.printf(
        "slot free to agent started: median %,d ms; git clone --shared and exec %,d ms; %.1f times%n",
        ours[runs / 2] / 1_000_000,
        bare[runs / 2] / 1_000_000,
        (double) ours[runs / 2] / bare[runs / 2]);
  }

  private static void bare(Path folder, int number) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "git clone -q --shared repository \"bare-$0\" && exec /bin/true",
                Integer.toString(number))
            .directory(folder.toFile())
            .start();
    process.waitFor();
  }
}
