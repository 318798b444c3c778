package dev.signalbox.config.yaml;

import dev.signalbox.config.Config;
import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.YamlReader;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSet;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.verdict.PathClass;
import dev.signalbox.verdict.PathClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Layers configuration files over the defaults that Signalbox ships (docs/guide/configuration.md).
 *
 * <p>A later file replaces single projects and single path classes by name; an empty list removes a
 * class. {@code unmergeable} is replaced as a whole.
 */
public final class ConfigFiles {
  private static final String DEFAULTS = "/dev/signalbox/config/defaults.yaml";
  private static final List<String> KEYS =
      List.of("projects", "infrastructure", "hot", "unmergeable");

  private final Map<String, String> projects = new LinkedHashMap<>();
  private final Map<String, PathClass> infrastructure = new LinkedHashMap<>();
  private final Map<String, PathClass> hot = new LinkedHashMap<>();
  private GlobSet unmergeable = GlobSet.of(List.of());

  private ConfigFiles() {}

  /**
   * The configuration from the given files, the last one strongest; absent files say nothing.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static Config read(List<Path> files) {
    ConfigFiles layers = new ConfigFiles();
    layers.add(defaults(), "defaults.yaml");
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        layers.add(text(file), file.toString());
      }
    }
    return layers.config();
  }

  private static String defaults() {
    try (InputStream stream = ConfigFiles.class.getResourceAsStream(DEFAULTS)) {
      return new String(
          Objects.requireNonNull(stream, DEFAULTS).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.CONFIG_INVALID,
          file + ": expected readable UTF-8 text, found " + e.getMessage(),
          List.of("check the file's permissions and encoding"),
          e);
    }
  }

  private Config config() {
    return new Config(
        projects,
        new PathClasses(
            List.copyOf(infrastructure.values()), List.copyOf(hot.values()), unmergeable));
  }

  private void add(String text, String name) {
    DataReading reading = YamlReader.read(text, Position.startOf(name));
    reading.problems().stream()
        .findFirst()
        .ifPresent(problem -> fail(problem.position(), problem.message(), problem.hint()));
    reading.root().ifPresent(root -> add(mapping(root)));
  }

  private void add(DataNode.Mapping root) {
    for (DataNode.Entry entry : root.entries()) {
      switch (entry.key()) {
        case "projects" -> mapping(entry.value()).entries().forEach(this::project);
        case "infrastructure" ->
            mapping(entry.value()).entries().forEach(e -> put(infrastructure, e));
        case "hot" -> mapping(entry.value()).entries().forEach(e -> put(hot, e));
        case "unmergeable" -> unmergeable = GlobSet.of(globs(entry.value()));
        default ->
            fail(
                entry.keyAt(),
                "expected a configuration key, found " + entry.key(),
                "known keys: " + String.join(", ", KEYS));
      }
    }
  }

  private void project(DataNode.Entry entry) {
    String shortName = scalar(entry.value());
    boolean isShort =
        !shortName.isEmpty()
            && shortName.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    if (!isShort) {
      fail(
          entry.value().at(),
          "expected a project short of letters and digits, found " + shortName,
          "choose a short name without dashes, because dashes separate the parts of a file name");
    }
    projects.put(entry.key(), shortName);
  }

  private static void put(Map<String, PathClass> classes, DataNode.Entry entry) {
    List<Glob> globs = globs(entry.value());
    if (globs.isEmpty()) {
      classes.remove(entry.key());
    } else {
      classes.put(entry.key(), new PathClass(entry.key(), GlobSet.of(globs)));
    }
  }

  private static List<Glob> globs(DataNode node) {
    if (!(node instanceof DataNode.Sequence list)) {
      throw failure(node.at(), "expected a list of patterns", "write - pattern, one per line");
    }
    List<Glob> globs = new ArrayList<>();
    for (DataNode item : list.items()) {
      try {
        globs.add(Glob.parse(scalar(item)));
      } catch (GlobSyntaxException e) {
        throw failure(item.at(), String.valueOf(e.getMessage()), "mend the pattern");
      }
    }
    return globs;
  }

  private static DataNode.Mapping mapping(DataNode node) {
    if (node instanceof DataNode.Mapping mapping) {
      return mapping;
    }
    throw failure(node.at(), "expected keys with values", "write one key: value per line");
  }

  private static String scalar(DataNode node) {
    if (node instanceof DataNode.Scalar scalar) {
      return scalar.text();
    }
    throw failure(node.at(), "expected a single value", "write it on one line");
  }

  private static void fail(Position at, String message, String hint) {
    throw failure(at, message, hint);
  }

  private static SignalboxException failure(Position at, String message, String hint) {
    return new SignalboxException(ErrorCode.CONFIG_INVALID, at + ": " + message, List.of(hint));
  }
}
