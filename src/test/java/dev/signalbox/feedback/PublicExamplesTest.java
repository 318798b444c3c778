package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.program.Requirement;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All public examples of GitHub's webhooks, from npm in the version of the lock file. */
class PublicExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root", "."));
  private static final Path RECIPE = ROOT.resolve("src/test/webhooks");
  private static final Path FOLDER = ROOT.resolve("target/webhooks").toAbsolutePath();
  private static final Path EXAMPLES =
      FOLDER.resolve("node_modules/@octokit/webhooks-examples/api.github.com/index.json");
  private static final int EXAMPLES_COUNT = 329;
  private static final long INSTALL_MINUTES = 5;

  @Test
  void everyPublicExampleHasADestinationOrAReason() throws Exception {
    install();
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    for (JsonNode event : JsonMapper.shared().readTree(Files.readAllBytes(EXAMPLES))) {
      String name = event.path("name").stringValue();
      for (JsonNode example : event.path("examples")) {
        all++;
        Normalised read =
            Recorded.READING.of(
                new Delivery(
                    Endpoint.of(Endpoint.Kind.GITHUB),
                    "e" + all,
                    name,
                    Said.AT,
                    new Body(JsonMapper.shared().writeValueAsBytes(example))));
        if (read.items().isEmpty()) {
          assertThat(read.reason()).as(name).isNotBlank();
          counts.merge("nothing, with a reason", 1, Integer::sum);
        }
        for (FeedbackItem item : read.items()) {
          Destination destination = FeedbackRouter.route(item, Recorded.SESSIONS, Recorded.RULES);
          counts.merge(destination.getClass().getSimpleName(), 1, Integer::sum);
        }
      }
    }
    System.out.println("public examples: " + counts);
    assertThat(all).isEqualTo(EXAMPLES_COUNT);
  }

  private static void install() throws IOException, InterruptedException {
    Path done = FOLDER.resolve("installed-lock.json");
    if (Files.exists(done)
        && Files.mismatch(done, RECIPE.resolve("package-lock.json")) == -1
        && Files.exists(EXAMPLES)) {
      return;
    }
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(RECIPE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start();
      boolean isOver = npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
      npm.destroyForcibly();
      Requirement.check(
          isOver && npm.exitValue() == 0, "npm could not install the examples of webhooks");
    } catch (IOException _) {
      Requirement.check(false, "npm is not installed");
    }
    Files.copy(FOLDER.resolve("package-lock.json"), done, StandardCopyOption.REPLACE_EXISTING);
  }
}
