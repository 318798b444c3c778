package dev.signalbox.agent.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentProgram;
import dev.signalbox.agent.BotAccount;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.agent.BranchConvention.Template;
import dev.signalbox.agent.Capability;
import dev.signalbox.agent.Delegation;
import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.agent.LaunchWay;
import dev.signalbox.agent.Launches;
import dev.signalbox.agent.PriceTable;
import dev.signalbox.agent.ProgramCheck;
import dev.signalbox.agent.ProgramSurroundings;
import dev.signalbox.agent.Protocol;
import dev.signalbox.agent.Tuning;
import dev.signalbox.agent.Working;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.session.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentCatalogueFileTest {
  private static final AgentCatalogue SHIPPED = AgentCatalogueFile.shipped();

  /** The "Agent Options" column of the mission's table in section 2, row by row. */
  @ParameterizedTest
  @CsvSource({
    "quick,      claude copilot-cli cto.new copilot",
    "tdd,        claude cursor cyrus",
    "pair,       claude",
    "checkpoint, claude",
    "swarm,      claude tembo",
    "spike,      claude cto.new",
  })
  void offersTheMissionsAgentsForEachMode(String mode, String agents) {
    ExecMode exec = ExecMode.of(mode).orElseThrow();
    assertThat(SHIPPED.agents())
        .filteredOn(agent -> agent.offeredFor().contains(exec))
        .extracting(agent -> agent.id().value())
        .containsExactly(agents.split(" "));
  }

  @Test
  void knowsWhichAgentsRunHere() {
    assertThat(SHIPPED.agents())
        .filteredOn(agent -> agent.kind() == AgentKind.RUNS_HERE)
        .extracting(agent -> agent.id().value())
        .containsExactly("claude", "codex", "gemini", "opencode", "copilot-cli", "scripted");
    assertThat(SHIPPED.agents())
        .filteredOn(agent -> agent.kind() == AgentKind.DELEGATED)
        .extracting(agent -> agent.id().value())
        .containsExactly(
            "cursor", "cto.new", "cyrus", "tembo", "copilot", "codex-cloud", "claude-linear", "v0");
  }

  @Test
  void onlyClaudeCodeReadsSkills() {
    assertThat(SHIPPED.agents())
        .filteredOn(AgentProfile::readsSkills)
        .extracting(AgentProfile::name)
        .containsExactly("Claude Code");
  }

  @ParameterizedTest
  @CsvSource({
    "claude, claude/{issue}-{slug}",
    "cursor, cursor/{issue}",
    "codex, codex/{issue}-{slug}",
    "v0, v0/{issue}-{slug}",
  })
  void knowsTheBranchConventions(String id, String template) {
    assertThat(agent(id).branches()).isEqualTo(new Template(template));
  }

  @Test
  void theCopilotCodingAgentNamesItsBranches() {
    assertThat(agent("copilot").branches()).isEqualTo(new BranchConvention.NamedByAgent());
  }

  @ParameterizedTest
  @CsvSource({
    "cursor, cursor",
    "copilot, copilot-pull-request-reviewer",
    "copilot, Copilot",
    "copilot, copilot-swe-agent[bot]",
    "codex-cloud, chatgpt-codex-connector[bot]",
    "cto.new, cto-ai-app[bot]",
  })
  void knowsUnderWhichLoginsAnAgentSpeaks(String id, String login) {
    assertThat(SHIPPED.agents())
        .filteredOn(agent -> agent.speaksAs(login))
        .extracting(agent -> agent.id().value())
        .containsExactly(id);
  }

  @Test
  void readsEveryKey() {
    AgentCatalogue catalogue =
        AgentCatalogueFile.read(
            "my.yaml",
            """
            agents:
              - id: mine
                name: "My agent"
                runs: elsewhere
                branch: mine/{issue}
                reads-skills: true
                offered-for: [quick, SPIKE]
                delegate: {linear: {delegate: Mine}, github: {mention: "@mine"}, start: 5m, stall: 1h}
                accounts:
                  - login: mine[bot]
                    id: 42
              - {id: bare, name: Bare, runs: here, branch: named-by-agent, reads-skills: false}
            """);
    assertThat(catalogue.agents().getFirst())
        .isEqualTo(
            new AgentProfile(
                new AgentId("mine"),
                "My agent",
                AgentKind.DELEGATED,
                new Working(
                    new Template("mine/{issue}"),
                    true,
                    Optional.of(
                        new Delegation(
                            Map.of(
                                "linear", new Way(Way.Kind.DELEGATE, "Mine"),
                                "github", new Way(Way.Kind.MENTION, "@mine")),
                            Duration.ofMinutes(5),
                            Duration.ofHours(1))),
                    EnumSet.of(ExecMode.QUICK, ExecMode.SPIKE)),
                List.of(new BotAccount("mine[bot]", OptionalLong.of(42))),
                Optional.empty(),
                Tuning.NONE));
    assertThat(catalogue.agents().getLast().offeredFor()).isEmpty();
  }

  private static final String PROGRAM =
      """
      effort: {tdd: medium, swarm: high}
      agents:
        - id: mine
          name: Mine
          runs: here
          branch: mine/{issue}
          reads-skills: false
          protocol: acp
          command: [mine, --acp]
          variables: {MINE_QUIET: "1"}
          inherits: [MINE_KEY]
          writes: [.mine/../.mine]
          reads: [.config/mine]
          launch:
            bypass: {mode: yolo}
            ask: {option: mode, value: ask, arguments: [--ask], variables: {A: b}}
          cannot: {plan: "has none"}
          can: [tell-tokens, answer-choices]
          screen: [mine, --resume, "{session}"]
          check: {version: [--version], sign-in: [whoami], keys: [MINE_KEY], tested: 1.2}
          install: install mine
          enter: mine login
          model: big
          effort: {swarm: max}
          prices: {big: {input: 2, output: 8.5}}
      """;

  @Test
  void readsHowAProgramIsStartedAndWhatItCosts() {
    AgentProfile agent = AgentCatalogueFile.read("my.yaml", PROGRAM).agents().getFirst();
    assertThat(agent.program())
        .contains(
            new AgentProgram(
                Protocol.ACP,
                List.of("mine", "--acp"),
                new ProgramSurroundings(
                    Map.of("MINE_QUIET", "1"),
                    List.of("MINE_KEY"),
                    List.of(".mine"),
                    List.of(".config/mine")),
                new Launches(
                    Map.of(
                        LaunchMode.BYPASS,
                        new LaunchWay(
                            List.of(), Map.of(), Optional.of(new LaunchWay.Step.SetMode("yolo"))),
                        LaunchMode.ASK,
                        new LaunchWay(
                            List.of("--ask"),
                            Map.of("A", "b"),
                            Optional.of(new LaunchWay.Step.SetOption("mode", "ask")))),
                    Map.of(LaunchMode.PLAN, "has none")),
                EnumSet.of(Capability.ANSWER_CHOICES, Capability.TELL_TOKENS),
                Optional.of(List.of("mine", "--resume", "{session}")),
                new ProgramCheck(
                    List.of("--version"),
                    List.of("whoami"),
                    List.of("MINE_KEY"),
                    Optional.of("1.2"),
                    Optional.of("install mine"),
                    Optional.of("mine login"))));
    assertThat(agent.lack(LaunchMode.PLAN)).contains("cannot do plan mode: it has none");
    assertThat(agent.lack(LaunchMode.ASK)).isEmpty();
    assertThat(agent.tuning().model(ExecMode.QUICK)).contains("big");
    assertThat(agent.tuning().effort(ExecMode.TDD)).contains("medium");
    assertThat(agent.tuning().effort(ExecMode.SWARM)).contains("max");
    assertThat(agent.tuning().effort(ExecMode.QUICK)).isEmpty();
    assertThat(agent.tuning().prices().microUsd("big-2", new Tokens(10, 5, 2))).isEqualTo(47);
  }

  @Test
  void theLongestBeginningOfAModelsNamePricesItAndAnUnknownModelCostsNothing() {
    PriceTable.Price cheap = price("1");
    PriceTable prices = new PriceTable(Map.of("m", cheap, "m-large", price("10"), "other", cheap));
    Tokens tokens = new Tokens(3, 0, 0);
    assertThat(prices.microUsd("m-large-2026", tokens)).isEqualTo(30);
    assertThat(prices.microUsd("m-small", tokens)).isEqualTo(3);
    assertThat(prices.microUsd("unknown", tokens)).isZero();
    assertThat(prices.microUsd("m", new Tokens(Long.MAX_VALUE, Long.MAX_VALUE, 0)))
        .isEqualTo(Long.MAX_VALUE);
  }

  private static PriceTable.Price price(String dollars) {
    BigDecimal usd = new BigDecimal(dollars);
    return new PriceTable.Price(usd, usd, usd);
  }

  /** The mission's context: how hard to think in each mode. */
  @ParameterizedTest
  @CsvSource({
    "quick, low",
    "tdd, medium",
    "spike, medium",
    "pair, high",
    "checkpoint, high",
    "swarm, high",
  })
  void eachModeHasTheMissionsEffort(String mode, String effort) {
    assertThat(agent("claude").tuning().effort(ExecMode.of(mode).orElseThrow())).contains(effort);
  }

  @Test
  void aPersonsConfigurationChangesSingleKeysAndAddsAgentsAtTheEnd() {
    AgentCatalogue own =
        AgentCatalogueFile.extended(
            "config.yaml",
            """
            projects: {a: b}
            agents:
              - {id: Claude, command: [my-claude], offered-for: [quick]}
              - {id: mine, name: Mine, runs: elsewhere, branch: named-by-agent, reads-skills: true}
            """);
    AgentProfile claude = own.find(new AgentId("claude")).orElseThrow();
    AgentProgram shipped = agent("claude").program().orElseThrow();
    assertThat(claude.program().orElseThrow().command()).containsExactly("my-claude");
    assertThat(claude.program().orElseThrow().can()).isEqualTo(shipped.can());
    assertThat(claude.offeredFor()).containsExactly(ExecMode.QUICK);
    assertThat(own.agents().getFirst()).isEqualTo(claude);
    assertThat(own.agents().getLast().name()).isEqualTo("Mine");
    assertThat(AgentCatalogueFile.extended("config.yaml", "prefer: [agents]\n")).isEqualTo(SHIPPED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: new                                | 1:11: expected the key runs, found none",
        "id: claude, colour: red                | 1:24: expected one of id, name, runs, branch,",
        "id: claude, command: claude            | 1:33: expected a list, found claude",
        "id: claude, command: []                | 1:33: expected a program and its arguments,",
        "id: claude, command: [npx, claude]     | 1:33: expected one program for protocol claude",
        "id: claude, inherits: [A]              | 1:34: expected no inherits for protocol claude",
        "id: scripted, command: [a]             | 1:35: expected no command for the scripted",
        "id: gemini, protocol: http             | 1:34: expected claude, codex, acp or scripted,",
        "id: gemini, inherits: [A B]            | 1:35: expected the name of a variable, found A B",
        "id: gemini, inherits: [IS_SANDBOX]     | 1:35: expected no variable that switches a",
        "id: gemini, variables: {LD_PRELOAD: a} | 1:35: expected no variable that switches a",
        "id: gemini, writes: [../other]         | 1:33: expected a path below the home folder,",
        "id: gemini, writes: [/etc]             | 1:33: expected a path below the home folder,",
        "id: gemini, reads: [.]                 | 1:32: expected a path below the home folder,",
        "id: gemini, launch: {yolo: {}}         | 1:33: expected one of bypass, plan, ask, found",
        "id: gemini, launch: {ask: {option: a}} | 1:38: expected mode, or option and value, found",
        "id: gemini, launch: {ask: {as: a}}     | 1:39: expected one of mode, option, value,",
        "id: gemini, can: [fly]                 | 1:30: expected one of answer-choices,",
        "id: gemini, check: {help: [a]}         | 1:32: expected one of version, sign-in, keys,",
        "id: gemini, effort: {fast: low}        | 1:39: expected an execution mode as key, found",
        "id: gemini, prices: {a: {input: 1}}    | 1:36: expected the key output, found none",
        "id: gemini, prices: {a: {input: -1, output: 1}} | 1:44: expected dollars per million",
        "id: cursor, command: [a]               | 1:33: expected no command for an agent elsewhere",
      })
  void refusesAnOverrideThatMakesNoSenseAndSaysWhere(String keys, String message) {
    SignalboxException failure =
        catchThrowableOfType(
            SignalboxException.class,
            () -> AgentCatalogueFile.extended("own.yaml", "agents: [ {" + keys + "}]"));
    assertThat(failure).as(keys).isNotNull();
    assertThat(failure).hasMessageStartingWith("own.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | bad.yaml:1:1: expected keys and values, found nothing",
        "agents                   | bad.yaml:1:1: expected keys and values, found agents",
        "{}                       | bad.yaml:1:1: expected the key agents, found none",
        "other: 1                 | bad.yaml:1:1: expected one of agents, effort, found other",
        "agents: yes              | bad.yaml:1:9: expected a list, found yes",
        "agents: [a]              | bad.yaml:1:10: expected keys and values, found a",
        "agents: [{}]             | bad.yaml:1:10: expected the key id, found none",
        "agents: []%nagents: []   | bad.yaml:2:1: expected each key once, found agents again",
        "agents: [{id: a b}]      | bad.yaml:1:15: expected an agent id, found a b",
        "agents: [{id: [a]}]      | bad.yaml:1:15: expected a text, found a list",
        "agents: [{id: }]         | bad.yaml:1:14: expected a text, found nothing",
        "agents: [{ID: a}]        | bad.yaml:1:11: expected one of id, name, runs, branch,",
        "agents: [                | bad.yaml:1:10: expected YAML, found ",
        "agents: &a []            | bad.yaml:1:9: expected no anchor, found one",
        "agents: !x []            | bad.yaml:1:9: expected no tag, found one",
        "agents: [!!str a]        | bad.yaml:1:10: expected no tag, found one",
        "agents: []%n---%nb       | bad.yaml:2:1: expected YAML, found ",
      })
  void refusesWhatIsNotACatalogueAndSaysWhere(String text, String message) {
    assertThat(failure(text.replace("%n", "\n"))).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs: there            | 4:11: expected here or elsewhere, found there",
        "branch: Mine/{issue}   | 5:13: expected named-by-agent or a branch with {issue} and",
        "branch: mine           | 5:13: expected named-by-agent or a branch with {issue} and",
        "reads-skills: yes      | 6:19: expected true or false, found yes",
        "offered-for: [fast]    | 7:19: expected an execution mode, found fast",
        "offered-for: quick     | 7:18: expected a list, found quick",
        "accounts: [{name: a}]  | 8:17: expected one of login, id, found name",
        "accounts: [{id: 1}]    | 8:16: expected the key login, found none",
        "accounts: [{login: '[bot]'}] | 8:24: expected a login, found [bot]",
        "accounts: [{login: a, id: b}] | 8:31: expected a number, found b",
        "delegate: {}            | 9:15: expected one of linear, github, found none",
        "delegate: {jira: {}}    | 9:16: expected one of linear, github, start, stall, found jira",
        "delegate: {linear: {}}  | 9:24: expected one of delegate, assign, label, mention, found 0",
        "delegate: {github: {mention: me}} | 9:34: expected a mention that begins with @, found me",
        "delegate: {github: {assign: me}, stall: 2d} | 9:45: expected minutes or hours such as 30m",
        "delegate: {github: {assign: me}} | 9:15: expected no delegate for an agent that runs here",
        "more: 1                | 9:5: expected one of id, name, runs, branch, reads-skills,",
      })
  void refusesAValueThatItsKeyDoesNotTake(String line, String message) {
    String key = line.substring(0, line.indexOf(':'));
    StringBuilder text = new StringBuilder("agents:\n");
    for (String good : GOOD) {
      boolean isReplaced = good.strip().startsWith(key + ":");
      text.append(isReplaced ? good.substring(0, 4) + line : good).append('\n');
    }
    if (key.equals("more") || key.equals("delegate")) {
      text.append("    ").append(line).append('\n');
    }
    assertThat(failure(text.toString())).startsWith("bad.yaml:" + message);
  }

  private static final List<String> GOOD =
      List.of(
          "  - id: mine",
          "    name: Mine",
          "    runs: here",
          "    branch: mine/{issue}-{slug}",
          "    reads-skills: false",
          "    offered-for: []",
          "    accounts: []");

  @Test
  void refusesOneAgentTwice() {
    String entry = "  - {id: %s, name: A, runs: here, branch: 'a/{issue}', reads-skills: true}\n";
    assertThat(failure("agents:\n" + entry.formatted("a") + entry.formatted("A")))
        .startsWith("bad.yaml:3:5: expected each agent once, found A again");
  }

  @Test
  void refusesNestingThatNoCatalogueHas() {
    assertThat(failure("agents: " + "[".repeat(100_000)))
        .contains("expected at most 64 levels of nesting");
  }

  private static String failure(String text) {
    SignalboxException failure =
        catchThrowableOfType(
            SignalboxException.class, () -> AgentCatalogueFile.read("bad.yaml", text));
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
    assertThat(failure.hints()).isNotEmpty();
    return String.valueOf(failure.getMessage());
  }

  private static AgentProfile agent(String id) {
    return SHIPPED.find(new AgentId(id)).orElseThrow();
  }
}
