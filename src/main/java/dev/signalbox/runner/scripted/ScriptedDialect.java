package dev.signalbox.runner.scripted;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Spoken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An agent that plays a script, step by step, in a small shell process. It behaves as a real one:
 * tells its id, asks and waits, ends its turn and waits for the next message, and goes on in a new
 * process after the last step that it has done; asked for the words {@code Session started}, it
 * says them again then.
 *
 * <p>A script is a file of the scripts folder: {@code S-A.script} by the session, or {@code
 * WORD.script} by a word of the conversation's name (its issue, its phase), or else {@code
 * default.script}; without any, a small job is played. Each line is a step:
 *
 * <ul>
 *   <li>{@code start}, {@code estimate $N}, {@code say TEXT}, {@code complete}: words
 *   <li>{@code write PATH TEXT}, {@code append PATH TEXT}, {@code ask-write PATH TEXT} (asks first,
 *       and writes nothing when it is denied), {@code run-write PATH TEXT} (as a command would: no
 *       tool tells of it), {@code summary TEXT}, {@code commit MESSAGE}, {@code rebase REF} (keeps
 *       the lines of both sides where they conflict), {@code merge} (the same, of the commit that
 *       the last message says to merge; a {@code commit} has to follow): work; {@code \n} in a text
 *       is a line feed
 *   <li>{@code subagents N} (as many came to their end), {@code review REVIEWER JSON} (adds what
 *       one of them found to {@code .sdd-review.md}; the first one begins it anew and names the
 *       commit that is checked out)
 *   <li>{@code ask-permission TOOL INPUT} (the next step is passed over when it is denied), {@code
 *       plan TEXT} or {@code plan FILE}, {@code choose TEXT|OPTION|OPTION}: questions
 *   <li>{@code cost CENTS}, {@code context TOKENS MAX}, {@code retrying N REASON}
 *   <li>{@code feedback ANSWER} (to each item of the last message, such as {@code feedback
 *       addressed})
 *   <li>{@code listen} (waits for a message), {@code turn-end}, {@code turn-failed RESULT REASON}
 *       with the result {@code service}, {@code limit} or {@code failed}
 *   <li>{@code stall} (until interrupted), {@code wait-for FILE} (which may be a FIFO), {@code exit
 *       CODE}, {@code crash}, {@code junk TEXT}, {@code stderr TEXT}, {@code flood LINES}, {@code
 *       big BYTES}, {@code tool SECONDS} (a process that outlives the agent)
 *   <li>{@code on-attempt N STEP}: only in that attempt
 * </ul>
 *
 * <p>The agent prints one JSON object per line, {@code {"event":...}}; {@link ScriptedExchange}
 * lists them. It is told lines of a verb and words: {@code say TEXT}, {@code allow ID}, {@code deny
 * ID WHY}, {@code approve ID}, {@code choose ID ANSWERS}, {@code interrupt}.
 */
public final class ScriptedDialect implements Dialect {
  private static final String SUFFIX = ".script";

  private final Path memory;
  private final Path scripts;
  private final SessionTools tools;

  /**
   * Plays scripts.
   *
   * @param memory where conversations are kept; made when needed, and writable for the agent
   * @param scripts the folder of scripts; need not be there
   */
  public ScriptedDialect(Path memory, Path scripts, SessionTools tools) {
    this.memory = memory.toAbsolutePath().normalize();
    this.scripts = scripts.toAbsolutePath().normalize();
    this.tools = tools;
  }

  @Override
  public List<String> command(LaunchOrder order) {
    try {
      Files.createDirectories(memory);
      Path program = place("agent.sh", resource("agent.sh"));
      Path script = place(order.attempt().session().session() + SUFFIX, script(order));
      return Stream.concat(
              Stream.of(
                  "/bin/sh",
                  program.toString(),
                  memory.toString(),
                  script.toString(),
                  conversationId(order),
                  order.name(),
                  Integer.toString(order.attempt().number())),
              order.conversation() instanceof Conversation.Resumed
                  ? Stream.of("resumed")
                  : Stream.empty())
          .toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
    return tools.of(order.attempt()).map(SessionTools.Access::variables).orElse(Map.of());
  }

  @Override
  public List<Path> writableFolders(Map<String, String> inherited) {
    return List.of(memory);
  }

  @Override
  public boolean isPredictable() {
    return true;
  }

  @Override
  public Exchange exchange(LaunchOrder order) {
    return new ScriptedExchange(order.setting().workspace());
  }

  /** The id becomes the name of a file. */
  private static String conversationId(LaunchOrder order) {
    String id =
        switch (order.conversation()) {
          case Conversation.Fresh fresh -> fresh.id();
          case Conversation.Resumed resumed -> resumed.id();
        };
    if (!id.matches("[A-Za-z0-9-]{1,80}")) {
      throw new IllegalArgumentException("expected the id of a conversation, found " + id);
    }
    return id;
  }

  private String script(LaunchOrder order) throws IOException {
    Stream<String> names =
        Stream.concat(
            Stream.of(order.attempt().session().session().value()),
            Stream.concat(Stream.of(order.name().split(" ", -1)), Stream.of("default")));
    Optional<Path> found =
        names
            .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}"))
            .map(name -> scripts.resolve(name + SUFFIX))
            .filter(Files::isRegularFile)
            .findFirst();
    return found.isPresent()
        ? Files.readString(found.get())
        : resource("default.script")
            .replace(
                "NAME",
                order.attempt().session().session().value().toLowerCase(java.util.Locale.ROOT));
  }

  /** Puts a file there whole, so that no process reads half of it. */
  private Path place(String name, String text) throws IOException {
    Path file = memory.resolve(name);
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return file;
    }
    Path draft = Files.createTempFile(memory, ".", ".new");
    Files.writeString(draft, text);
    Files.setPosixFilePermissions(
        draft, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = ScriptedDialect.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private SignalboxException failed(IOException cause) {
    return new SignalboxException(
        ErrorCode.AGENT_FOLDER_FAILED,
        "scripted agent: expected to write " + memory + ", found " + cause,
        List.of("free space on the disk, and check that the folder is yours"),
        cause);
  }

  @Override
  public List<Spoken> shown(String line) {
    return ScriptedExchange.shown(line);
  }
}
