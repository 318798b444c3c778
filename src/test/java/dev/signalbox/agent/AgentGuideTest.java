package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.golden.Golden;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/guide/agents.md say what the catalogue says. */
class AgentGuideTest {
  private static final String GUIDE = "docs/guide/agents.md";
  private static final String BEGIN = "<!-- catalogue -->\n";
  private static final String END = "<!-- /catalogue -->\n";

  @Test
  void theGuidesTablesAreMadeFromTheCatalogue() throws IOException {
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    String guide = Files.readString(root.resolve(GUIDE));
    assertThat(guide).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    String before = guide.substring(0, guide.indexOf(BEGIN) + BEGIN.length());
    String after = guide.substring(guide.indexOf(END));
    Golden.assertDocument(GUIDE, before + "\n" + String.join("\n", tables()) + "\n\n" + after);
  }

  private static List<String> tables() {
    List<AgentProfile> agents = AgentCatalogueFile.shipped().agents();
    List<String> lines = new ArrayList<>();
    lines.add("| Agent | Name | Runs | Offered for | Branch |");
    lines.add("|---|---|---|---|---|");
    for (AgentProfile agent : agents) {
      String modes =
          agent.offeredFor().stream().map(ExecMode::word).collect(Collectors.joining(", "));
      lines.add(
          "| `%s` | %s | %s | %s | %s |"
              .formatted(
                  agent.id(),
                  agent.name(),
                  agent.kind() == AgentKind.RUNS_HERE ? "here" : "elsewhere",
                  modes.isEmpty() ? "where somebody names it" : modes,
                  branch(agent)));
    }
    lines.add("");
    lines.add("What the programs can do:");
    lines.add("");
    lines.add("| Agent | Protocol | Bypass | Plan | Ask | Can | Tried with |");
    lines.add("|---|---|---|---|---|---|---|");
    agents.forEach(agent -> agent.program().ifPresent(it -> lines.add(row(agent, it))));
    return lines;
  }

  private static String branch(AgentProfile agent) {
    return switch (agent.branches()) {
      case BranchConvention.NamedByAgent _ -> "named by the agent";
      case BranchConvention.Template(String text) -> "`" + text + "`";
    };
  }

  private static String row(AgentProfile agent, AgentProgram program) {
    return "| `%s` | %s | %s | %s | %s | %s | %s |"
        .formatted(
            agent.id(),
            program.protocol().word(),
            launch(program, LaunchMode.BYPASS),
            launch(program, LaunchMode.PLAN),
            launch(program, LaunchMode.ASK),
            program.can().stream().map(Capability::word).collect(Collectors.joining(", ")),
            program.check().tested().orElse("built in"));
  }

  private static String launch(AgentProgram program, LaunchMode mode) {
    if (program.launches().lack(mode).isEmpty()) {
      return "yes";
    }
    String reason = program.launches().lacks().get(mode);
    return reason == null ? "no" : "no: " + reason;
  }
}
