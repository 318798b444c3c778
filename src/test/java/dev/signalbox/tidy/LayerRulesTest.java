package dev.signalbox.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link LayerTest}, on small programs compiled here. */
class LayerRulesTest {
  @TempDir Path folder;

  @Test
  void aUseOfAHigherPackageIsFound() throws IOException {
    JavaClasses classes = compile("plan.P", "", "verdict.V", "plan.P p;", "glob.G", "plan.P p;");
    assertThat(LayerRules.upward(classes))
        .singleElement()
        .asString()
        .isEqualTo("dev.signalbox.glob.G uses dev.signalbox.plan.P");
  }

  @Test
  void packagesOfOneRowMayNotSeeEachOther() throws IOException {
    JavaClasses classes =
        compile("web.W", "", "cli.C", "web.W w;", "plan.a.A", "", "plan.b.B", "plan.a.A a;");
    assertThat(LayerRules.upward(classes)).hasSize(2);
  }

  @Test
  void anAdapterSeesItsPortAndIsSeenByTheWiringAlone() throws IOException {
    JavaClasses classes =
        compile(
            "agent.A",
            "",
            "agent.codex.C",
            "agent.A a;",
            "app.Main",
            "agent.codex.C c;",
            "launch.L",
            "agent.A a;",
            "runtime.R",
            "agent.codex.C c;",
            "plan.P",
            "",
            "plan.gsd.G",
            "plan.P p;",
            "app.Other",
            "plan.gsd.G g;",
            "cli.C",
            "plan.gsd.G g;");
    assertThat(LayerRules.upward(classes)).isEmpty();
    assertThat(LayerRules.adapterNamed(classes))
        .hasSize(2)
        .anyMatch(found -> found.contains("runtime.R uses"))
        .anyMatch(found -> found.contains("cli.C uses"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.File f;",
        "java.io.File[] f;",
        "Object o = java.nio.file.Path.of(\"a\");",
        "java.util.List<java.net.URI> uris;",
        "Object o = new java.util.concurrent.ConcurrentHashMap<String, String>();",
        "void run() { new Thread(); }",
        "ProcessBuilder p;",
        "java.util.Random r;",
        "java.time.Clock c;",
        "dev.signalbox.runtime.Loop l;",
        "dev.signalbox.config.yaml.Reader r;",
      })
  void policyThatIsNotPureIsFound(String body) throws IOException {
    JavaClasses classes = compile("runtime.Loop", "", "config.yaml.Reader", "", "schedule.S", body);
    assertThat(LayerRules.impure(classes))
        .isNotEmpty()
        .allMatch(s -> s.contains("schedule.S uses"));
  }

  @Test
  void whatPolicyMayUseIsNotFound() throws IOException {
    JavaClasses classes =
        compile(
            "config.C",
            "",
            "schedule.S",
            "java.io.Serializable s; java.nio.charset.Charset c; java.time.Instant i; config.C d;",
            "runtime.R",
            "Thread t; java.io.File f;",
            "agent.codex.C",
            "ProcessBuilder p;");
    assertThat(LayerRules.impure(classes)).isEmpty();
  }

  @Test
  void aPackageWithoutAPlaceIsFound() throws IOException {
    JavaClasses classes =
        compile("misc.M", "", "plan.P", "", "plan.gsd.G", "", "agent.codex.C", "");
    assertThat(LayerRules.unplaced(classes)).containsExactly("dev.signalbox.misc");
  }

  /** Compiles classes given as name and body, names below the root. */
  private JavaClasses compile(String... namesAndBodies) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < namesAndBodies.length; i += 2) {
      files.add(write(namesAndBodies[i], namesAndBodies[i + 1]));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  manager,
                  null,
                  List.of("-d", folder.toString(), "-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).isTrue();
    }
    return new ClassFileImporter().importPath(folder);
  }

  private Path write(String name, String body) throws IOException {
    int dot = name.lastIndexOf('.');
    Path file = folder.resolve("source/" + name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    String text =
        "package %s.%s; public class %s { %s }"
            .formatted(Layers.ROOT, name.substring(0, dot), name.substring(dot + 1), qualify(body));
    return Files.writeString(file, text);
  }

  /** Completes the names of our packages, which the tests shorten. */
  private static String qualify(String body) {
    return Stream.of("agent", "config", "plan", "web")
        .reduce(
            body,
            (text, name) ->
                text.replaceAll("(?<![\\w.])" + name + "\\.", Layers.ROOT + "." + name + "."));
  }
}
