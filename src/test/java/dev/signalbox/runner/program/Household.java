package dev.signalbox.runner.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A home and workspaces for an agent that is not this user: a program run as root would refuse to
 * work without asking, and could reach everything else.
 */
public final class Household {
  private static final String NOBODY = "65534";

  private final Path folder;
  private final Path home;
  private final Map<String, String> variables;
  private final boolean isWalled;

  /**
   * Makes the home.
   *
   * @param variables what the agent's program is told by Signalbox's own environment
   * @param isWalled whether walls make the agent another user, who owns what this user owns
   */
  public Household(Path folder, Map<String, String> variables, boolean isWalled)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.home = folder.resolve("home");
    this.variables = Map.copyOf(variables);
    this.isWalled = isWalled;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Files.createDirectories(home.resolve("tmp"));
    Files.writeString(
        home.resolve(".gitconfig"),
        """
        [user]
          name = Agent
          email = agent@example.invalid
        [init]
          defaultBranch = main
        """);
    handOver(home);
  }

  public Path home() {
    return home;
  }

  /** A workspace with one commit, which borrows the objects of a repository. */
  public Path workspace(String name) throws IOException, InterruptedException {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Path workspace = Files.createDirectories(folder.resolve(name));
    handOver(repository);
    handOver(workspace);
    git(repository, "init", "--quiet");
    git(repository, "commit", "--quiet", "--allow-empty", "--message=Start");
    git(workspace, "clone", "--quiet", "--shared", repository.toString(), ".");
    return workspace;
  }

  /** The objects that workspaces borrow. */
  public Path objects() {
    return folder.resolve("repository/.git/objects");
  }

  /** What git prints, without the last line feed. */
  public String git(Path workspace, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    Process git = command(workspace, words).redirectErrorStream(true).start();
    String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new AssertionError(words + ": " + text);
    }
    return text.strip();
  }

  /** A command of the agent's user, with the variables that every agent gets. */
  public ProcessBuilder command(Path workingFolder, List<String> command) {
    List<String> words = new ArrayList<>(isWalled ? List.of() : userSwitch());
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words).directory(workingFolder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "LANG"));
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", home.resolve("tmp").toString());
    return builder;
  }

  /** What Signalbox would have in its own environment. */
  public Map<String, String> inherited() {
    Map<String, String> inherited = new TreeMap<>(variables);
    inherited.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
    inherited.put("HOME", home.toString());
    inherited.put("IS_SANDBOX", "1");
    return inherited;
  }

  /** Makes a file below the home folder, owned by the agent's user. */
  public void furnish(String name, String text) throws IOException, InterruptedException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    handOver(home);
  }

  /**
   * A path under which the agent's user may run the program: its own, or a link in {@code folder}
   * when the checkout lies where only root can go.
   */
  public static Path reachable(Path program, Path folder) throws IOException, InterruptedException {
    List<String> test = new ArrayList<>(userSwitch());
    test.addAll(List.of("test", "-x", program.toString()));
    if (new ProcessBuilder(test).start().waitFor() == 0) {
      return program;
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path link = folder.resolve(program.getFileName());
    try {
      return Files.createLink(link, program);
    } catch (IOException _) {
      // On another file system.
      return Files.copy(program, link, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** What a command is appended to, to run as the agent's user where there are no walls. */
  public static List<String> userSwitch() {
    return isRoot()
        ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--")
        : List.of();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void handOver(Path path) throws IOException, InterruptedException {
    if (isRoot() && !isWalled) {
      Process chown =
          new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, path.toString()).start();
      if (chown.waitFor() != 0) {
        throw new AssertionError("chown failed for " + path.getFileName());
      }
    }
  }
}
