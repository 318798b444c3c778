package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.claude.ClaudeDialect;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secrets on their way to an agent, and on their way back. */
@Timeout(60)
class SecretSessionTest {
  private static final String KEY = "a-Known-Value-4711";
  private static final AgentId OTHER = new AgentId("other");

  /** What a real agent prints, as far as it matters. */
  private static final String TALK =
      """
      k=$SERVICE_TOKEN
      printf '%s\\n' '{"type":"system","subtype":"init","session_id":"0b9f1b5e-3a52-4c5f-9c63-2f5d3b1c7a10","model":"m"}'
      printf '%s\\n' '{"type":"assistant","message":{"model":"m","content":[{"type":"text","text":"Session started\\nCONFLICT: it is '"$k"'"}]}}'
      printf '%s\\n' '{"type":"control_request","request_id":"r1","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{"command":"login '"$k"'"}}}'
      while read -r line; do
        case $line in *updatedInput*) printf '%s\\n' "$line" >answer; break ;; esac
      done
      echo "failed with $k" >&2
      exit 3
      """;

  @TempDir private Path temp;
  private ScriptedSite site;
  private LaunchOrder order;

  @BeforeEach
  void makeSite() throws IOException {
    site = ScriptedSite.in(temp);
    order =
        site.order(1, new LaunchOrder.Conversation.Fresh("0b9f1b5e-3a52-4c5f-9c63-2f5d3b1c7a10"));
  }

  @AfterEach
  void stop() {
    runner(new ScriptedSite.OneCommand(List.of("true"), List.of()), given(KEY))
        .stop(order.attempt(), StopManner.FORCED);
  }

  private AgentSecrets.Source given(String value) {
    return source(order.agent(), Map.of("SERVICE_TOKEN", value));
  }

  private static AgentSecrets.Source source(AgentId agent, Map<String, String> variables) {
    return new AgentSecrets.Source() {
      @Override
      public Set<AgentId> agents() {
        return Set.of(agent);
      }

      @Override
      public Map<String, String> variables(AgentId asked) {
        return asked.equals(agent) ? variables : Map.of();
      }
    };
  }

  private AgentRunner runner(Dialect dialect, AgentSecrets.Source source) {
    Map<String, String> inherited =
        Map.of(
            "PATH",
            Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"),
            "HOME",
            site.root().resolve("home").toString());
    return new LocalAgentRunner(
        new LocalSetup(
            site.root().resolve("state folder"),
            List.of(),
            Map.of(order.agent(), dialect),
            ScriptedSite.Sandboxes.NONE,
            inherited,
            ScriptedSite.asUser(List.of()),
            new AgentSecrets(source, inherited)));
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(temp.resolve("program.sh"), "#!/bin/sh\n" + script);
    ScriptedSite.give(program);
    return program;
  }

  private AgentRunner shell(String script, AgentSecrets.Source source) throws IOException {
    return runner(
        new ScriptedSite.OneCommand(List.of("/bin/sh", program(script).toString()), List.of()),
        source);
  }

  private AgentExit exit(AgentRunner runner) {
    Following.await("the end", () -> runner.look(order.attempt()) instanceof Liveness.Over);
    return ((Liveness.Over) runner.look(order.attempt())).exit();
  }

  private List<Path> holding(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var files = Files.walk(site.root().resolve("state folder"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  @Test
  void aSecretReachesItsAgentAndNoFile() throws IOException {
    AgentRunner runner = shell("echo \"$SERVICE_TOKEN\" >seen; exec tail -f /dev/null", given(KEY));
    runner.start(order);
    Path seen = order.setting().workspace().resolve("seen");
    Following.await("the agent", () -> Files.exists(seen) && !isEmpty(seen));
    // The last file that appears while the agent lives, which the walk must not meet half done.
    Following.await(
        "its order", () -> Files.exists(site.folder(order.attempt()).path().resolve("fed")));

    assertThat(seen).hasContent(KEY);
    assertThat(holding(KEY)).isEmpty();
  }

  private static boolean isEmpty(Path file) {
    return file.toFile().length() == 0;
  }

  @Test
  void noOtherAgentGetsIt() throws IOException {
    AgentRunner runner =
        shell("env >seen", source(OTHER, Map.of("SERVICE_TOKEN", KEY, "IS_SANDBOX", "1")));
    runner.start(order);

    assertThat(exit(runner)).isEqualTo(new AgentExit.Ended(0, ""));
    assertThat(order.setting().workspace().resolve("seen"))
        .content()
        .contains("PATH=")
        .doesNotContain(KEY);
  }

  @Test
  void noSecretSwitchesOffAnAgentsOwnCheck() throws IOException {
    AgentRunner runner =
        shell("env >seen", source(order.agent(), Map.of("IS_SANDBOX", "1", "A_TOKEN", KEY)));
    runner.start(order);

    assertThat(exit(runner)).isEqualTo(new AgentExit.Ended(0, ""));
    assertThat(order.setting().workspace().resolve("seen"))
        .content()
        .contains(KEY)
        .doesNotContain("IS_SANDBOX");
  }

  @Test
  void aSecretThatCannotBeHadIsARefusedStart() throws IOException {
    AgentSecrets.Source missing =
        new AgentSecrets.Source() {
          @Override
          public Set<AgentId> agents() {
            return Set.of(order.agent());
          }

          @Override
          public Map<String, String> variables(AgentId agent) {
            throw new SignalboxException(ErrorCode.CONFIG_INVALID, "no key there", List.of());
          }
        };

    assertThat(shell("true", missing).start(order))
        .isEqualTo(new StartOutcome.Refused("no key there", false));
    assertThat(site.folder(order.attempt()).path()).doesNotExist();
  }

  @Test
  void whatTheAgentTellsIsWithoutSecretsAndWhatItAskedIsSaidBackAsItCame() throws IOException {
    Dialect claude = new ClaudeDialect(program(TALK).toString(), SessionTools.NONE);
    AgentRunner runner = runner(claude, given(KEY));
    runner.start(order);
    Following following = new Following(runner.open(order.attempt(), 0));

    assertThat(following.next(AgentSignal.ConflictFlagged.class).text())
        .isEqualTo("it is [redacted]");
    assertThat(following.question(Question.Permission.class).input())
        .isEqualTo("{\"command\":\"login [redacted]\"}");
    Path out = site.folder(order.attempt()).out();
    String raw = Files.readString(out);
    assertThat(raw).contains(KEY);

    runner.send(order.attempt(), 1, new AgentMessage.Allow("r1"));
    assertThat(exit(runner)).isEqualTo(new AgentExit.Ended(3, "failed with [redacted]\n"));
    assertThat(order.setting().workspace().resolve("answer"))
        .content()
        .contains("\"updatedInput\":{\"command\":\"login " + KEY + "\"}");

    Following.await("the covering", () -> AtRest.isCovered(site.folder(order.attempt())));
    assertThat(holding(KEY)).isEmpty();
    assertThat(Files.readString(out)).isEqualTo(raw.replace(KEY, "[redacted********]"));
    assertThat(new Following(runner.open(order.attempt(), 0)).rest())
        .contains(new AgentSignal.ConflictFlagged("it is [redacted********]"));
  }

  @Test
  void aLogIsWithoutSecretsAlsoWhileTheAgentLives() throws IOException {
    Dialect claude = new ClaudeDialect(program(TALK).toString(), SessionTools.NONE);
    AgentRunner runner = runner(claude, given(KEY));
    runner.start(order);
    new Following(runner.open(order.attempt(), 0)).next(AgentSignal.Asked.class);

    AttemptLog log =
        AttemptLog.of(
                site.root().resolve("state folder"),
                Map.of(order.agent(), claude),
                new AgentSecrets(given(KEY), Map.of()).redactor(),
                order.attempt())
            .orElseThrow();

    assertThat(log.more())
        .contains(new Spoken.Words("Session started\nCONFLICT: it is [redacted]"))
        .allMatch(spoken -> !spoken.toString().contains(KEY));
  }

  @Test
  void allThatIsLeftIsForItsOwnerOnlyAndTheAgentKeepsTheUmaskOfItsCaller() throws IOException {
    AgentRunner runner = shell("umask >seen; echo out; echo err >&2", given(KEY));
    runner.start(order);
    assertThat(exit(runner)).isInstanceOf(AgentExit.Ended.class);

    try (var files = Files.walk(site.folder(order.attempt()).path())) {
      for (Path file : files.filter(path -> !path.endsWith("bell")).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as("%s", file)
            .endsWith("------");
      }
    }
    Process own = new ProcessBuilder("sh", "-c", "umask").start();
    assertThat(order.setting().workspace().resolve("seen"))
        .hasContent(own.inputReader().readLine());
  }
}
