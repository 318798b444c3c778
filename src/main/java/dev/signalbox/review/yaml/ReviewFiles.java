package dev.signalbox.review.yaml;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.plan.Words;
import dev.signalbox.review.Elsewhere;
import dev.signalbox.review.ReviewProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The profiles and perspectives that come with Signalbox, and a person's own beside them: a file of
 * the same name in {@code reviews/} or {@code reviews/perspectives/} of the configuration takes the
 * place of the shipped one.
 */
public final class ReviewFiles {
  /** The profiles that come with Signalbox. */
  public static final List<String> SHIPPED =
      List.of(
          "ci-agent",
          "ci-models",
          "debate",
          "delegated",
          "forge-agents",
          "panel",
          "panel-of-seven",
          "tiers",
          "trio");

  /** The perspectives that come with Signalbox. */
  public static final List<String> PERSPECTIVES =
      List.of(
          "architectural-purist",
          "challenger",
          "devils-advocate",
          "observability-eval",
          "ops-realist",
          "performance-pragmatist",
          "security",
          "security-skeptic",
          "supply-chain-auditor",
          "ux-advocate");

  private static final String RESOURCES = "/dev/signalbox/review/";

  private final Path folder;
  private final Function<Elsewhere, Optional<String>> obstacle;

  /**
   * Files of a person.
   *
   * @param folder {@code reviews/} in the configuration's folder; may be absent
   * @param obstacle why an agent cannot review elsewhere, as a profile wants it; empty where it can
   */
  public ReviewFiles(Path folder, Function<Elsewhere, Optional<String>> obstacle) {
    this.folder = folder;
    this.obstacle = obstacle;
  }

  /** All names of profiles, sorted. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>(SHIPPED);
    names.addAll(own());
    return List.copyOf(names);
  }

  private List<String> own() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .filter(ReviewFiles::isName)
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * The profile of that name.
   *
   * @throws SignalboxException {@code REVIEW_PROFILE_UNKNOWN}, or {@code CONFIG_INVALID} with all
   *     that is wrong with the file
   */
  public ReviewProfile profile(String name) {
    Path own = folder.resolve(name + ".yaml");
    if (isName(name) && Files.isRegularFile(own)) {
      return ProfileReader.read(name, own.toString(), text(own), known());
    }
    if (SHIPPED.contains(name)) {
      return ProfileReader.read(
          name, name + ".yaml", shipped("profiles/" + name + ".yaml"), known());
    }
    throw new SignalboxException(
        ErrorCode.REVIEW_PROFILE_UNKNOWN,
        "review: expected one of %s, found %s".formatted(String.join(", ", names()), name),
        List.of("name one of them, or write %s".formatted(own)));
  }

  private ProfileReader.Known known() {
    return new ProfileReader.Known(this::perspective, obstacle);
  }

  /** The text of a perspective; empty where there is none of that name. */
  public Optional<String> perspective(String name) {
    Path own = folder.resolve("perspectives").resolve(name + ".md");
    if (isName(name) && Files.isRegularFile(own)) {
      return Optional.of(text(own));
    }
    return PERSPECTIVES.contains(name)
        ? Optional.of(shipped("perspectives/" + name + ".md"))
        : Optional.empty();
  }

  static boolean isName(String text) {
    return Words.isWord(text, ReviewLimits.REVIEW_NAME_CHARS_MAX, "-");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static SignalboxException unreadable(Path file, IOException e) {
    return new SignalboxException(
        ErrorCode.CONFIG_INVALID,
        file + ": expected readable UTF-8 text, found " + e.getMessage(),
        List.of("check the file's permissions and encoding"),
        e);
  }

  /** A file that comes with Signalbox, as it was shipped; its name is no input of anybody. */
  public String resource(String name) {
    return shipped(name);
  }

  private static String shipped(String name) {
    try (InputStream in = ReviewFiles.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
