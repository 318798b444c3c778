package dev.signalbox.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.FakeCheckout.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script {@code signalbox}, between a false Maven and a false JDK. */
class LauncherTest {
  private static final List<String> TOOLS_WITHOUT_FLOCK =
      List.of(
          "cat", "find", "grep", "mkdir", "mv", "readlink", "rm", "sleep", "tail", "tee", "touch");

  @TempDir Path temporary;
  private FakeCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new FakeCheckout(temporary.toRealPath());
  }

  @Test
  void handsArgumentsToJavaUntouchedFromAnyFolderThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), checkout.file("signalbox"));
    Path second = Files.createSymbolicLink(temporary.resolve("second"), Path.of("link"));
    Ended ended = checkout.run(second, "", "", "a  b", "*", "$HOME", "-x=\"y\"");
    assertThat(link).isSymbolicLink();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).endsWith("-jar\n" + jar() + "\n\na  b\n*\n$HOME\n-x=\"y\"\n");
  }

  @Test
  void buildsOnceAndTellsOnlyStderr() throws Exception {
    Ended first = checkout.run("--version");
    Ended second = checkout.run("--version");
    assertThat(first.err()).startsWith("signalbox: building, because there is no build yet");
    assertThat(first.out()).startsWith("-XX:").endsWith("--version\n");
    assertThat(second.err()).isEmpty();
    assertThat(checkout.lines("builds")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java/A.java", "src/main/java", "pom.xml", ".mvn"})
  void buildsAgainWhenSomethingIsNewerThanTheJar(String name) throws Exception {
    checkout.run();
    assertThat(checkout.run().err()).isEmpty();
    checkout.date(name, -50);
    assertThat(checkout.run().err())
        .isEqualTo("signalbox: building, because " + name + " changed\n");
    assertThat(checkout.lines("builds")).isEqualTo(2);
  }

  @Test
  void buildsAgainWhenASourceChangedDuringTheBuild() throws Exception {
    checkout.write("later", "");
    checkout.date("later", 60);
    checkout.date("build-date", 120);
    checkout.write(
        "on-build", FakeCheckout.MAKE_JAR + "touch -r later src/main/java/A.java src/main/java");
    checkout.run();
    assertThat(checkout.run().err()).contains("src/main/java changed");
  }

  @Test
  void showsTheEndOfAFailedBuildAndEndsWithOne() throws Exception {
    checkout.write("on-build", "echo '[ERROR] A.java:1 expected ;' && exit 7");
    Ended ended = checkout.run("check");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] A.java:1 expected ;").contains("the build failed");
    assertThat(checkout.run("check").code()).as("a failed build is tried again").isEqualTo(1);
  }

  @Test
  void leavesStandardInputToJava() throws Exception {
    Ended ended = checkout.run(checkout.file("signalbox"), "# A plan\n", "check", "-");
    assertThat(ended.out()).endsWith("check\n-\n# A plan\n");
    assertThat(checkout.file("eaten-by-maven")).isEmptyFile();
  }

  @Test
  void startsWithTheCacheThatItTrained() throws Exception {
    Ended first = checkout.run();
    assertThat(first.out())
        .startsWith("-XX:AOTCache=" + checkout.file("target/aot/signalbox-25.0.9+1.aot") + "\n");
    assertThat(checkout.run().out()).isEqualTo(first.out());
    assertThat(checkout.lines("trainings")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/dist/signalbox.jar", "target/dist/lib/a.jar", "target/dist/lib"})
  void neverUsesACacheThatIsOlderThanWhatItWasMadeFrom(String name) throws Exception {
    checkout.run();
    checkout.date(name, 60);
    assertThat(checkout.run().out()).doesNotContain("AOTCache");
    assertThat(checkout.lines("trainings")).as("a date in the future trains nothing").isEqualTo(1);

    checkout.date("target/aot/signalbox-25.0.9+1.aot", -20);
    checkout.date(name, -10);
    assertThat(checkout.run().out()).contains("AOTCache=");
    assertThat(checkout.lines("trainings")).isEqualTo(2);
  }

  @Test
  void startsWithoutACacheWhenTrainingFailsAndDoesNotTryAgain() throws Exception {
    checkout.write("on-training", "echo broken >&2; echo broken; exit 1");
    for (int i = 0; i < 2; i++) {
      Ended ended = checkout.run("x");
      assertThat(ended.code()).isZero();
      assertThat(ended.out()).startsWith("-XX:TieredStopAtLevel=1\n").doesNotContain("broken");
      assertThat(ended.err()).doesNotContain("broken");
    }
    assertThat(checkout.lines("trainings")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyOneOfTwoStartedAtOnceBuilds(boolean flock) throws Exception {
    if (!flock) {
      hideFlock();
    }
    new ProcessBuilder("mkfifo", checkout.file("gate").toString()).start().waitFor();
    checkout.write("on-build", "read line <gate\n" + FakeCheckout.MAKE_JAR);
    Process first = checkout.start("first");
    try (BufferedReader told = first.errorReader(UTF_8)) {
      assertThat(told.readLine()).startsWith("signalbox: building");
      Process second = checkout.start("second");
      try (BufferedReader waiting = second.errorReader(UTF_8)) {
        assertThat(waiting.readLine())
            .isEqualTo("signalbox: waiting for another build in this folder");
        Files.writeString(checkout.file("gate"), "go\n");
        assertThat(second.waitFor()).isZero();
        assertThat(first.waitFor()).isZero();
      }
    }
    assertThat(checkout.lines("builds")).isEqualTo(1);
  }

  @Test
  void removesTheLockOfALauncherThatDied() throws Exception {
    hideFlock();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    checkout.write("target/lock.d/pid", dead.pid() + "\n");
    assertThat(checkout.run().code()).isZero();
    assertThat(checkout.file("target/lock.d")).doesNotExist();
  }

  @Test
  void refusesToBuildInsideABuild() throws Exception {
    checkout.set("SIGNALBOX_BUILDING", "1");
    Ended ended = checkout.run();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("run ./mvnw package first");
    assertThat(checkout.lines("builds")).isZero();
  }

  @Test
  void takesTheJdkThatThePersonNamedOrSaysWhatIsWrongWithIt() throws Exception {
    checkout.set("SIGNALBOX_JAVA_HOME", checkout.jdk("jdk-26", "26").toString());
    assertThat(checkout.run("java-home").out()).isEqualTo(checkout.file("jdk-26") + "\n");
    checkout.set("SIGNALBOX_JAVA_HOME", checkout.jdk("jdk-17", "17.0.1").toString());
    Ended ended = checkout.run("check");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            "signalbox: SIGNALBOX_JAVA_HOME: expected a JDK 25 or later with bin/javac, found "
                + checkout.file("jdk-17")
                + " (version 17.0.1+1)\n");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOldAndFollowsTheLinksOnThePath() throws Exception {
    Path programs = Files.createDirectory(temporary.resolve("programs"));
    Path java = checkout.jdk("jdk-26", "26").resolve("bin/java");
    Files.createSymbolicLink(programs.resolve("java"), java);
    checkout.set("PATH", programs + ":" + System.getenv("PATH"));
    checkout.set("JAVA_HOME", checkout.jdk("jdk-17", "17.0.1").toString());
    assertThat(checkout.run("java-home").out()).isEqualTo(checkout.file("jdk-26") + "\n");
  }

  @Test
  void needsNoCompilerWhenNothingIsToBuild() throws Exception {
    checkout.run();
    Files.delete(checkout.file("jdk-25/bin/javac"));
    assertThat(checkout.run("x").out()).contains("-jar");
  }

  @Test
  void verifyEndsWithSurefiresLastSummaryAndMavensExitCode() throws Exception {
    checkout.write(
        "on-build",
        """
        echo '[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in A'
        echo '[WARNING] Tests run: 12, Failures: 0, Errors: 0, Skipped: 1'
        echo '[ERROR] COMPILATION ERROR'
        exit 3
        """);
    Ended ended = checkout.run("verify");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out())
        .endsWith("\n[WARNING] Tests run: 12, Failures: 0, Errors: 0, Skipped: 1\n");
    assertThat(ended.err()).contains("verify failed");
    assertThat(Files.readString(checkout.file("builds"))).isEqualTo("-B verify\n");
  }

  @Test
  void verifyAllSimulatesLongerAndRunsEveryAgent() throws Exception {
    checkout.run("verify", "--all");
    assertThat(Files.readString(checkout.file("builds")))
        .isEqualTo("-B -Dsignalbox.seeds=20000 -Dsignalbox.agents=all verify\n");
  }

  @Test
  void verifyTakesNoOtherArgument() throws Exception {
    Ended ended = checkout.run("verify", "--some");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(checkout.lines("builds")).isZero();
  }

  private Path jar() {
    return checkout.file("target/dist/signalbox.jar");
  }

  private void hideFlock() throws IOException {
    for (String tool : TOOLS_WITHOUT_FLOCK) {
      checkout.script("tools/" + tool, "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
    }
    checkout.set("PATH", checkout.file("tools").toString());
  }

  private static Path find(String tool) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
