package dev.signalbox.repository.git;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.repository.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A repository with a work tree, asked through the git program. */
public final class GitRepository implements Repository {
  /** How many bytes git itself looks at to tell binary files. */
  private static final int BINARY_BYTES = 8_000;

  private final Path root;
  private final GitProgram git;

  private GitRepository(Path root) {
    this.root = root;
    this.git = GitProgram.in(root, System.getenv());
  }

  /** The repository that contains {@code folder}; found without starting a process. */
  public static Optional<Repository> containing(Path folder) {
    @Nullable Path candidate = folder.toAbsolutePath().normalize();
    while (candidate != null) {
      if (Files.exists(candidate.resolve(".git"))) {
        return Optional.of(new GitRepository(candidate));
      }
      candidate = candidate.getParent();
    }
    return Optional.empty();
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public List<String> files() {
    return ask(List.of("ls-files", "-z"), List.of());
  }

  @Override
  public boolean hasBranch(String branch) {
    List<String> refs =
        ask(
            List.of(
                "for-each-ref",
                "--format=%(refname)%00",
                "refs/heads/" + branch,
                "refs/remotes/*/" + branch),
            List.of());
    return refs.stream().anyMatch(ref -> ref.strip().endsWith("/" + branch));
  }

  @Override
  public SortedSet<String> unmergeable(Collection<String> paths) {
    SortedSet<String> found = new TreeSet<>();
    List<String> unsure = new ArrayList<>();
    // Triples of path, attribute and value: "-merge" or "binary" forbids a text merge, a named
    // driver such as union allows it, and then the content no longer matters.
    List<String> triples = ask(List.of("check-attr", "-z", "--stdin", "merge"), List.copyOf(paths));
    for (int i = 0; i + 2 < triples.size(); i += 3) {
      switch (triples.get(i + 2)) {
        case "unset", "binary" -> found.add(triples.get(i));
        case "unspecified", "set" -> unsure.add(triples.get(i));
        default -> {
          // A merge driver of its own.
        }
      }
    }
    unsure.stream().filter(this::isBinary).forEach(found::add);
    return found;
  }

  /** Asks with NUL between values, so that no path can be misread. */
  private List<String> ask(List<String> arguments, List<String> input) {
    String lines = input.stream().map(value -> value + "\0").collect(Collectors.joining());
    GitResult result = git.run(arguments, lines);
    if (!result.isOk()) {
      throw new SignalboxException(
          ErrorCode.GIT_FAILED,
          result.failure(),
          List.of("run git status in the repository and mend what it reports"));
    }
    return result.values();
  }

  private boolean isBinary(String path) {
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      for (byte b : stream.readNBytes(BINARY_BYTES)) {
        if (b == 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // An unreadable file says nothing about merging.
      return false;
    }
  }
}
