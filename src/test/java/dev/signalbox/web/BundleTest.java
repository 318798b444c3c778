package dev.signalbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.program.NpmRecipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The committed bundle is what the sources of the dashboard make. */
class BundleTest {
  private static final String REBUILD =
      "the bundle is stale: run npm ci && npm run build in dashboard/ and commit what it writes";

  @Test
  void theBundleIsOfTheseSources() throws Exception {
    assertThat(Files.readString(DashboardSources.BUNDLE.resolve("sources.sha256")).strip())
        .as(REBUILD)
        .isEqualTo(DashboardSources.hash());
  }

  @Test
  @Timeout(400)
  void theLockFileBuildsItByteByByte() throws Exception {
    NpmRecipe tools = DashboardSources.tools();
    Path folder = tools.folder();
    for (String name :
        List.of("index.html", "svelte.config.js", "tsconfig.json", "vite.config.ts")) {
      DashboardSources.copy(DashboardSources.FOLDER.resolve(name), folder.resolve(name));
    }
    for (String name : List.of("public", "src")) {
      clear(folder.resolve(name));
      DashboardSources.copy(DashboardSources.FOLDER.resolve(name), folder.resolve(name));
    }
    run(folder, "npm", "run", "--silent", "check");
    run(folder, "npm", "run", "--silent", "build", "--", "--outDir", "bundle");
    assertThat(contents(folder.resolve("bundle")))
        .as(REBUILD)
        .isEqualTo(contents(DashboardSources.BUNDLE));
  }

  /** What was removed from the sources since is not there either. */
  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path file : DashboardSources.files(folder)) {
        Files.delete(file);
      }
    }
  }

  private static void run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : DashboardSources.files(folder)) {
      contents.put(folder.relativize(file).toString(), Files.readString(file));
    }
    return contents;
  }
}
