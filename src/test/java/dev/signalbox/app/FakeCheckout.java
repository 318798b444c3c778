package dev.signalbox.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A source tree that holds the real launcher and shell scripts in place of Maven and the JDK.
 *
 * <p>{@code mvnw} appends its arguments to {@code builds}, then runs {@code on-build}. {@code java}
 * prints its arguments one per line, then its standard input if the last one is {@code -}; asked to
 * make a cache it appends a line to {@code trainings} and runs {@code on-training}.
 */
final class FakeCheckout {
  private static final String MVNW =
      """
      #!/bin/sh
      echo "$@" >>builds
      cat >eaten-by-maven
      . ./on-build
      """;

  /** Dates what it makes, because one tick of the file system's clock is longer than this build. */
  static final String MAKE_JAR =
      """
      mkdir -p target/dist/lib
      echo >target/dist/signalbox.jar
      echo >target/dist/lib/a.jar
      touch -r build-date target/dist/lib/a.jar target/dist/signalbox.jar target/dist/lib target/dist
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:AOTCacheOutput=*)
            echo trained >>trainings
            . ./on-training
            exit ;;
        esac
        printf '%s\\n' "$argument"
      done
      [ "$argument" != - ] || cat
      """;

  private final Path parent;
  private final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** What a command left behind. */
  record Ended(int code, String out, String err) {}

  /** Makes the checkout inside {@code parent}, where commands then run. */
  FakeCheckout(Path parent) throws IOException {
    this.parent = parent;
    this.folder = Files.createDirectories(parent.resolve("a checkout"));
    Path launcher = Path.of(System.getProperty("signalbox.root"), "signalbox");
    script("signalbox", Files.readString(launcher));
    script("mvnw", MVNW);
    write("on-build", MAKE_JAR);
    write("on-training", "echo cache >\"${argument#*=}\"\n");
    write("pom.xml", "");
    write("src/main/java/A.java", "");
    Files.createDirectories(file(".mvn"));
    for (String source :
        List.of("src/main/java/A.java", "src/main/java", "src/main", "pom.xml", ".mvn")) {
      date(source, -200);
    }
    write("build-date", "");
    date("build-date", -100);
    environment.put("JAVA_HOME", jdk("jdk-25", "25.0.9").toString());
    environment.put("HOME", parent.toString());
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  Path script(String name, String text) throws IOException {
    write(name, text);
    return Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A JDK as far as the launcher looks at one. */
  Path jdk(String name, String version) throws IOException {
    script(name + "/bin/java", JAVA);
    script(name + "/bin/javac", "");
    write(
        name + "/release",
        "IMPLEMENTOR=\"nobody\"\nJAVA_RUNTIME_VERSION=\"%1$s+1\"\nJAVA_VERSION=\"%1$s\""
            .formatted(version));
    return file(name);
  }

  /** Sets a variable for the commands; an empty value unsets it. */
  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Dates a file or folder relative to now. */
  void date(String name, int secondsFromNow) throws IOException {
    Files.setLastModifiedTime(file(name), FileTime.from(Instant.now().plusSeconds(secondsFromNow)));
  }

  /** The number of lines of a file; 0 if it is not there. */
  int lines(String name) throws IOException {
    return Files.exists(file(name)) ? Files.readAllLines(file(name)).size() : 0;
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return run(file("signalbox"), "", arguments);
  }

  /** Runs a program in a folder that is not the checkout. */
  Ended run(Path program, String input, String... arguments)
      throws IOException, InterruptedException {
    Path in = Files.writeString(file("in"), input);
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        command(program, arguments)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  /** Starts the launcher without waiting for it. */
  Process start(String... arguments) throws IOException {
    return command(file("signalbox"), arguments).redirectInput(file("pom.xml").toFile()).start();
  }

  private ProcessBuilder command(Path program, String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(parent.toFile());
    builder.environment().keySet().removeAll(List.of("SIGNALBOX_JAVA_HOME", "SIGNALBOX_BUILDING"));
    builder.environment().putAll(environment);
    return builder;
  }
}
