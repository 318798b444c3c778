package dev.signalbox.config.yaml;

import dev.signalbox.agent.AgentPreference;
import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.Config;
import dev.signalbox.config.NetworkUse;
import dev.signalbox.config.Notifying;
import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.config.Services;
import dev.signalbox.config.Webhooks;
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
import java.util.Optional;

/**
 * Layers configuration files over the defaults that Signalbox ships (docs/guide/configuration.md).
 *
 * <p>A later file replaces single projects and single path classes by name; an empty list removes a
 * class. {@code unmergeable} and {@code prefer} are replaced as a whole.
 */
public final class ConfigFiles {
  private static final String DEFAULTS = "/dev/signalbox/config/defaults.yaml";
  private static final List<String> KEYS =
      List.of(
          "projects",
          "infrastructure",
          "hot",
          "unmergeable",
          "prefer",
          "network",
          "notify",
          "dashboard",
          "agents",
          "secrets",
          "tracker",
          "linear",
          "github",
          "merge",
          "webhooks");

  private final Map<String, String> projects = new LinkedHashMap<>();
  private final Map<String, PathClass> infrastructure = new LinkedHashMap<>();
  private final Map<String, PathClass> hot = new LinkedHashMap<>();
  private final boolean isPersonal;
  private Notifying notifying = Notifying.NOTHING;
  private Optional<ProxiedOrigin> proxiedOrigin = Optional.empty();
  private AgentSecretSources secrets = AgentSecretSources.NONE;
  private Webhooks webhooks = Webhooks.NONE;
  private NetworkUse network = NetworkUse.OPEN;
  private AgentPreference preferred = AgentPreference.NONE;
  private final ServicesReader services;
  private GlobSet unmergeable = GlobSet.of(List.of());

  private ConfigFiles(boolean isPersonal) {
    this.isPersonal = isPersonal;
    this.services = new ServicesReader(isPersonal);
  }

  /** The configuration from files of repositories, the last one strongest. */
  public static Config read(List<Path> files) {
    return read(List.of(), files);
  }

  /**
   * The configuration from the given files, the last one strongest; absent files say nothing.
   *
   * @param personal the person's own, which alone may say what runs on the person's machine
   * @param shared files of repositories, stronger than the person's own
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static Config read(List<Path> personal, List<Path> shared) {
    ConfigFiles layers = new ConfigFiles(true);
    layers.add(defaults(), "defaults.yaml");
    personal.forEach(layers::add);
    ConfigFiles others = new ConfigFiles(false);
    others.projects.putAll(layers.projects);
    others.infrastructure.putAll(layers.infrastructure);
    others.hot.putAll(layers.hot);
    others.unmergeable = layers.unmergeable;
    others.preferred = layers.preferred;
    shared.forEach(others::add);
    return others.config();
  }

  /**
   * How the person wants to be told, from the person's own file; a file of a repository has no say.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static Notifying notifying(Path personal) {
    ConfigFiles layers = new ConfigFiles(true);
    layers.add(personal);
    return layers.notifying;
  }

  /**
   * Where a proxy of the person shows the dashboard, from the person's own file; empty where none
   * does. A file of a repository has no say.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static Optional<ProxiedOrigin> proxiedOrigin(Path personal) {
    ConfigFiles layers = new ConfigFiles(true);
    layers.add(personal);
    return layers.proxiedOrigin;
  }

  /**
   * Which agents get which secrets, from the person's own file; a file of a repository has no say.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static AgentSecretSources secrets(Path personal) {
    ConfigFiles layers = new ConfigFiles(true);
    layers.add(personal);
    return layers.secrets;
  }

  /**
   * How webhooks are received, from the person's own file; a file of a repository has no say.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static Webhooks webhooks(Path personal) {
    ConfigFiles layers = new ConfigFiles(true);
    layers.add(personal);
    return layers.webhooks;
  }

  /**
   * Who reaches the network: whom all files leave it open to.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static NetworkUse network(Path personal, Path shared) {
    ConfigFiles own = new ConfigFiles(true);
    own.add(personal);
    ConfigFiles others = new ConfigFiles(false);
    others.add(shared);
    return own.network.and(others.network);
  }

  /**
   * The services: where they are and how to reach them from the person's own file; of a file of a
   * repository which tracker its plans live in, and that work is merged by pull request.
   *
   * @throws SignalboxException {@code CONFIG_INVALID} with the positions of all mistakes about them
   */
  public static Services services(Path personal, List<Path> shared) {
    ConfigFiles own = new ConfigFiles(true);
    own.add(personal);
    ConfigFiles others = new ConfigFiles(false);
    shared.forEach(others::add);
    return own.services.services(others.services);
  }

  private void add(Path file) {
    if (Files.isRegularFile(file)) {
      add(text(file), file.toString());
    }
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
            List.copyOf(infrastructure.values()), List.copyOf(hot.values()), unmergeable),
        preferred);
  }

  private void add(String text, String name) {
    DataReading reading = YamlReader.read(text, Position.startOf(name));
    reading.problems().stream()
        .findFirst()
        .ifPresent(problem -> fail(problem.position(), problem.message(), problem.hint()));
    reading.root().ifPresent(root -> add(mapping(root)));
    services.demandValid();
  }

  private void add(DataNode.Mapping root) {
    for (DataNode.Entry entry : root.entries()) {
      switch (entry.key()) {
        case "projects" -> mapping(entry.value()).entries().forEach(this::project);
        case "infrastructure" ->
            mapping(entry.value()).entries().forEach(e -> put(infrastructure, e));
        case "hot" -> mapping(entry.value()).entries().forEach(e -> put(hot, e));
        case "unmergeable" -> unmergeable = GlobSet.of(globs(entry.value()));
        case "prefer" -> preferred = PreferReader.read(entry.value());
        case "network" -> network = new NetworkReader(isPersonal).read(entry.value());
        case "secrets" -> {
          demandPersonal(entry);
          secrets = SecretsReader.read(entry.value());
        }
        case "webhooks" -> {
          demandPersonal(entry);
          webhooks = WebhooksReader.read(entry.value());
        }
        case "dashboard" -> {
          demandPersonal(entry);
          proxiedOrigin = DashboardReader.read(entry.value());
        }
        case "notify" -> {
          demandPersonal(entry);
          notifying = NotifyReader.read(entry.value());
        }
        case "tracker", "linear", "github", "merge" -> services.take(entry);
        // What it says is the catalogue's own matter (AgentCatalogueFile).
        case "agents" -> demandPersonal(entry);
        default ->
            fail(
                entry.keyAt(),
                "expected a configuration key, found " + entry.key(),
                "known keys: " + String.join(", ", KEYS));
      }
    }
  }

  /** A repository's file could come from anybody, and this runs a command or hands out secrets. */
  private void demandPersonal(DataNode.Entry entry) {
    if (!isPersonal) {
      throw failure(
          entry.keyAt(),
          "expected " + entry.key() + " in your own configuration only, found it in a repository's",
          "move it to ~/.config/signalbox/config.yaml");
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

  static DataNode.Mapping mapping(DataNode node) {
    if (node instanceof DataNode.Mapping mapping) {
      return mapping;
    }
    throw failure(node.at(), "expected keys with values", "write one key: value per line");
  }

  static String scalar(DataNode node) {
    if (node instanceof DataNode.Scalar scalar) {
      return scalar.text();
    }
    throw failure(node.at(), "expected a single value", "write it on one line");
  }

  private static void fail(Position at, String message, String hint) {
    throw failure(at, message, hint);
  }

  static SignalboxException failure(Position at, String message, String hint) {
    return new SignalboxException(ErrorCode.CONFIG_INVALID, at + ": " + message, List.of(hint));
  }
}
