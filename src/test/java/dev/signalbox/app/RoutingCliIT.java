package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.cli.Dispatching;
import dev.signalbox.cli.Planning;
import dev.signalbox.engine.Bounds;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents are chosen by what is there, from the command line down. */
@Timeout(120)
class RoutingCliIT {
  private static final String PLAN =
      """
      ## Phase A: a
      - exec: tdd
      - touches: a/x
      ## Phase B: b
      - exec: pair
      - touches: b/x
      """;

  @TempDir private Path folder = Path.of("");
  private Checkout repository = new Checkout(folder);
  private Path plan = Path.of("");
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void makeARepository() throws IOException {
    repository = Checkout.in(Files.createDirectories(folder.resolve("repo")), "a/x", "b/x");
    plan = Path.of(repository.write("2026-02-15-shop-two.md", PLAN).toString());
  }

  private void claude(String script) throws IOException {
    program("claude", script);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void configure(String text) throws IOException {
    Path file = home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String table(Optional<String> agent) {
    Clock clock = Clock.systemUTC();
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("HOME", home().toString());
    Planning.CheckedPlan checked =
        new LocalPlanning(
                InputStream.nullInputStream(),
                clock,
                home().resolve(".config/signalbox/config.yaml"))
            .check(plan.toString(), Optional.empty());
    Dispatching.Wish wish =
        new Dispatching.Wish(
            plan.toString(),
            Optional.of(folder.resolve("state").toString()),
            agent.map(AgentId::new),
            Bounds.of(3, Optional.empty()),
            List.of(),
            false,
            false);
    try (Dispatching.Running running =
        new LocalDispatching(environment, home(), clock, "ann")
            .begin(checked, wish)
            .orElseThrow()) {
      return running.control().look().inbox().getFirst().gate().shown();
    }
  }

  private SignalboxException failure(Optional<String> agent) {
    SignalboxException failure = catchThrowableOfType(SignalboxException.class, () -> table(agent));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void theTableSaysWhyAnotherAgentWorks() throws IOException {
    claude("exit 0");
    configure("prefer: {tdd: [codex, scripted]}\n");
    assertThat(table(Optional.empty()))
        .containsPattern("S-A +A .*scripted")
        .containsPattern("S-B +B .*claude")
        .contains("S-A: scripted, preferred in the configuration for tdd; passed over: codex (")
        .contains("scripted/a-a", "claude/b-b");
  }

  @Test
  void anAgentForTheWholeRunHasItsOwnProfile() throws IOException {
    assertThat(table(Optional.of("scripted")))
        .contains("Every session: scripted, chosen for the whole run")
        .contains("scripted/a-a", "scripted/b-b");
  }

  @Test
  void anAgentForTheWholeRunHasToBeAbleToDoEveryPhase() {
    SignalboxException unable = failure(Optional.of("gemini"));
    assertThat(unable.code()).isIn(ErrorCode.PLAN_AGENT_UNABLE, ErrorCode.AGENT_NOT_RUNNABLE);
  }

  @Test
  void nobodySignedInStopsTheDispatchWithTheCommandThatMendsIt() throws IOException {
    claude("exit 1");
    SignalboxException failure = failure(Optional.empty());
    assertThat(failure.code()).isEqualTo(ErrorCode.AGENT_NOT_RUNNABLE);
    assertThat(failure).hasMessageContaining("claude (not signed in)");
    assertThat(failure.hints()).containsExactly("run claude auth login");
  }

  @Test
  void theTableSaysWhatTheSpendCapCannotCount() throws IOException {
    program("codex", "exit 0");
    assertThat(table(Optional.of("codex")))
        .contains("Everything stops at $100 by", "agent's cost is not known: A, B. Prices in");
  }

  @Test
  void pricesMakeTokensCount() throws IOException {
    program("codex", "exit 0");
    configure("agents:\n  - {id: codex, prices: {a-model: {input: 2, cached: 0.2, output: 8}}}\n");
    assertThat(table(Optional.of("codex"))).doesNotContain("not known");
  }

  @Test
  void aKeyInAVariableIsAsGoodAsSigningIn() throws IOException {
    claude("exit 1");
    configure("agents:\n  - {id: claude, check: {sign-in: [auth, status], keys: [MY_KEY]}}\n");
    variables.put("MY_KEY", "");
    assertThat(failure(Optional.empty())).hasMessageContaining("claude (not signed in)");
    variables.put("MY_KEY", "a-key");
    assertThat(table(Optional.empty())).containsPattern("S-A +A .*claude");
  }

  @Test
  void anAgentOfThePlanThatIsNotThereStopsTheDispatch() throws IOException {
    configure("agents:\n  - {id: claude, command: [no-such-program]}\n");
    Files.writeString(plan, PLAN.replace("- exec: tdd", "- exec: tdd\n- agent: claude"));
    SignalboxException failure = failure(Optional.empty());
    assertThat(failure)
        .hasMessageContaining("expected claude ready to work here, found: no no-such-program on");
    assertThat(failure.hints()).contains("run npm install -g @anthropic-ai/claude-code");
  }

  @Test
  void checkStartsNoProgramAndRefusesPlanModeWhereItCannotBeHad() throws IOException {
    Files.writeString(plan, PLAN.replace("- exec: pair", "- exec: pair\n- agent: gemini"));
    Run run = Run.of("check", plan.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .contains("PLAN_AGENT_UNABLE")
        .contains("found gemini, which cannot do plan mode: it approves its own plan");
  }
}
