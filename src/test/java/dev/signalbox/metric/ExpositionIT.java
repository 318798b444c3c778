package dev.signalbox.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.runner.program.NpmRecipe;
import dev.signalbox.runner.program.Requirement;
import dev.signalbox.webhook.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs of others read the figures. */
class ExpositionIT {
  private static final NpmRecipe PARSER =
      NpmRecipe.of("a parser of Prometheus' text format", "prometheus", "prometheus");
  private static final String SCRIPT =
      """
      import parse from "parse-prometheus-text-format";
      import {readFileSync} from "node:fs";
      console.log(JSON.stringify(parse(readFileSync(process.argv[2], "utf8"))));
      """;

  @TempDir private Path folder = Path.of("");

  private Path figures() throws IOException {
    EngineController engine = EngineController.working();
    engine.pulse(RunSketch.A, 2_250_000, "Read README.md");
    engine.showPlan(RunSketch.A, "a plan");
    RunMetrics metrics = new RunMetrics();
    metrics.over((_, _, _) -> {}, engine.facts());
    metrics.webhooks().refused(Endpoint.of(Endpoint.Kind.SENTRY), 413);
    Path file = folder.resolve("figures.txt");
    Files.writeString(
        file,
        metrics.scrape(new RunMetrics.Look(new LocalControl(engine).look(), 10, Optional.empty())));
    return file;
  }

  @Test
  void prometheusFindsNothingToRemark() throws Exception {
    String said = said(folder, Optional.of(figures()), "promtool", "check", "metrics");
    assertThat(said).isEmpty();
  }

  @Test
  @Timeout(400)
  void anotherParserReadsTheSameValues() throws Exception {
    if (!PARSER.isCurrent()) {
      PARSER.install();
    }
    Files.writeString(PARSER.folder().resolve("read.mjs"), SCRIPT);
    Path figures = figures();
    JsonNode read =
        JsonMapper.shared()
            .readTree(
                said(PARSER.folder(), Optional.empty(), "node", "read.mjs", figures.toString()));
    Map<String, Double> theirs = new TreeMap<>();
    for (JsonNode family : read) {
      assertThat(family.path("help").asString()).as(family.toString()).isNotEmpty();
      if (!family.path("type").asString().equals("HISTOGRAM")) {
        family
            .path("metrics")
            .forEach(each ->
                theirs.put(
                    family.path("name").asString() + labels(each.path("labels")),
                    Double.valueOf(each.path("value").asString())));
      }
    }
    Map<String, Double> ours = Exposed.samples(Files.readString(figures));
    assertThat(theirs).isNotEmpty();
    assertThat(ours).containsAllEntriesOf(theirs);
    ours.keySet().removeAll(theirs.keySet());
    assertThat(ours.keySet()).allMatch(name -> name.matches(".*_(bucket|sum|count)(\\{.*)?"));
  }

  private static String labels(JsonNode labels) {
    if (labels.isEmpty()) {
      return "";
    }
    return labels.properties().stream()
        .map(each -> each.getKey() + "=\"" + each.getValue().asString() + "\"")
        .reduce((a, b) -> a + "," + b)
        .map(all -> "{" + all + "}")
        .orElseThrow();
  }

  private static String said(Path folder, Optional<Path> input, String... command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    input.ifPresent(file -> builder.redirectInput(file.toFile()));
    Process process;
    try {
      process = builder.start();
    } catch (IOException _) {
      Requirement.skipUnless(false, command[0] + " is not installed");
      throw new AssertionError("skipped");
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
