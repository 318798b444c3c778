package dev.signalbox.config.yaml;

import dev.signalbox.config.SecretSource;
import dev.signalbox.config.Services;
import dev.signalbox.config.Services.GitHubAccess;
import dev.signalbox.config.Services.Labels;
import dev.signalbox.config.Services.LinearAccess;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.document.DataNode;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.MergeMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads {@code tracker:}, {@code linear:}, {@code github:} and {@code merge:} of one file, and
 * collects what is wrong with them. No error repeats a value that could be a secret.
 */
final class ServicesReader {
  private static final Pattern TEAM = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}");
  private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}");
  private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl},]{1,50}");
  private static final String KEY_HINT =
      "write the key into a file, chmod 600 it, and here {file: ~/path}; or {env: NAME}";

  private final boolean isPersonal;
  private final List<SignalboxException> mistakes = new ArrayList<>();
  private Optional<TrackerKind> tracker = Optional.empty();
  private Optional<MergeMode> merge = Optional.empty();
  private Optional<LinearAccess> linear = Optional.empty();
  private Optional<GitHubAccess> github = Optional.empty();

  ServicesReader(boolean isPersonal) {
    this.isPersonal = isPersonal;
  }

  /** What the person's own file and those of repositories say together. */
  Services services(ServicesReader shared) {
    boolean isReviewed =
        merge.equals(Optional.of(MergeMode.PULL_REQUEST))
            || shared.merge.equals(Optional.of(MergeMode.PULL_REQUEST));
    return new Services(
        shared.tracker.or(() -> tracker).orElse(TrackerKind.PLAN_FILE),
        linear,
        github,
        // A repository can ask for review, and cannot switch it off.
        isReviewed ? MergeMode.PULL_REQUEST : MergeMode.LOCAL);
  }

  /** Throws one failure that tells of all mistakes. */
  void demandValid() {
    if (mistakes.isEmpty()) {
      return;
    }
    LinkedHashSet<String> hints = new LinkedHashSet<>();
    mistakes.forEach(each -> hints.addAll(each.hints()));
    throw new SignalboxException(
        ErrorCode.CONFIG_INVALID,
        String.join(
            "\n", mistakes.stream().map(each -> String.valueOf(each.getMessage())).toList()),
        List.copyOf(hints));
  }

  void take(DataNode.Entry entry) {
    switch (entry.key()) {
      case "tracker" ->
          read(entry, this::tracker, "plan-file, linear or github")
              .ifPresent(value -> tracker = Optional.of(value));
      case "merge" ->
          read(entry, this::merge, "local or pull-request")
              .ifPresent(value -> merge = Optional.of(value));
      case "linear" -> personal(entry, this::linear);
      case "github" -> personal(entry, this::github);
      default -> throw new IllegalArgumentException("not about services: " + entry.key());
    }
  }

  private Optional<TrackerKind> tracker(String word) {
    return TrackerKind.of(word);
  }

  private Optional<MergeMode> merge(String word) {
    return switch (word) {
      case "local" -> Optional.of(MergeMode.LOCAL);
      case "pull-request" -> Optional.of(MergeMode.PULL_REQUEST);
      case String _ -> Optional.empty();
    };
  }

  /** The person's key reaches more than one repository: none may say where it is used. */
  private void personal(DataNode.Entry entry, Consumer<DataNode.Mapping> reader) {
    attempt(() -> {
      if (!isPersonal) {
        throw ConfigFiles.failure(
            entry.keyAt(),
            "expected "
                + entry.key()
                + " in your own configuration only, found it in a repository's",
            "move it to ~/.config/signalbox/config.yaml");
      }
      reader.accept(ConfigFiles.mapping(entry.value()));
    });
  }

  private void linear(DataNode.Mapping root) {
    Section section = section(root, "linear", List.of("key", "team", "workspace", "api"));
    Optional<SecretSource> key = section.secret();
    Optional<String> team = section.read("team", matching(TEAM), "a team's key such as SHOP");
    Optional<String> workspace = section.read("workspace", matching(WORKSPACE), "its short name");
    Optional<String> api = section.address();
    linear =
        key.map(source ->
            new LinearAccess(
                source,
                team,
                workspace.orElse(LinearAccess.WORKSPACE_DEFAULT),
                api.orElse(LinearAccess.API_DEFAULT)));
  }

  private void github(DataNode.Mapping root) {
    Section section = section(root, "github", List.of("token", "repository", "api", "labels"));
    Optional<SecretSource> token = section.secret();
    Optional<String> repository = section.read("repository", matching(REPOSITORY), "owner/name");
    Optional<String> api = section.address();
    Labels labels = section.entry("labels").map(this::labels).orElse(Labels.DEFAULT);
    github =
        token.map(source ->
            new GitHubAccess(repository, source, api.orElse(GitHubAccess.API_DEFAULT), labels));
  }

  /** What is written about one service; the first key of it is its secret, and has to be there. */
  private Section section(DataNode.Mapping root, String service, List<String> keys) {
    root.entries().stream()
        .filter(entry -> !keys.contains(entry.key()))
        .forEach(entry -> unknown(entry, service, String.join(", ", keys)));
    demand(root, keys.getFirst(), service);
    return new Section(root, keys.getFirst());
  }

  /** One service's part of the file. */
  private final class Section {
    private final DataNode.Mapping root;
    private final String secretKey;

    Section(DataNode.Mapping root, String secretKey) {
      this.root = root;
      this.secretKey = secretKey;
    }

    Optional<DataNode.Entry> entry(String key) {
      return root.entries().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    Optional<SecretSource> secret() {
      return entry(secretKey)
          .flatMap(entry -> attempted(() -> SecretSourceReader.read(entry.value(), KEY_HINT)));
    }

    <T> Optional<T> read(String key, Function<String, Optional<T>> reader, String expected) {
      return entry(key).flatMap(entry -> ServicesReader.this.read(entry, reader, expected));
    }

    Optional<String> address() {
      return read("api", ServiceAddress::of, "an address with https, or with http on this machine");
    }
  }

  private Labels labels(DataNode.Entry entry) {
    String inProgress = Labels.DEFAULT.inProgress();
    String inReview = Labels.DEFAULT.inReview();
    String expected = "a label of 1 to 50 characters without a comma";
    Optional<DataNode.Mapping> root = attempted(() -> ConfigFiles.mapping(entry.value()));
    for (DataNode.Entry label : root.map(DataNode.Mapping::entries).orElse(List.of())) {
      switch (label.key()) {
        case "in-progress" -> inProgress = read(label, matching(LABEL), expected).orElse("");
        case "in-review" -> inReview = read(label, matching(LABEL), expected).orElse("");
        default -> unknown(label, "labels", "in-progress, in-review");
      }
    }
    return new Labels(inProgress, inReview);
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> Optional.of(text).filter(it -> pattern.matcher(it).matches());
  }

  private <T> Optional<T> read(
      DataNode.Entry entry, Function<String, Optional<T>> reader, String expected) {
    return attempted(() ->
        reader
            .apply(ConfigFiles.scalar(entry.value()))
            .orElseThrow(() ->
                ConfigFiles.failure(
                    entry.value().at(),
                    entry.key() + ": expected " + expected + ", found something else",
                    "see docs/guide/trackers.md")));
  }

  private void demand(DataNode.Mapping root, String key, String service) {
    if (root.get(key).isEmpty()) {
      mistakes.add(
          ConfigFiles.failure(
              root.at(), "expected " + key + ": below " + service + ", found none", KEY_HINT));
    }
  }

  private void unknown(DataNode.Entry entry, String where, String known) {
    mistakes.add(
        ConfigFiles.failure(
            entry.keyAt(),
            "expected a key of " + where + ", found " + entry.key(),
            "known keys: " + known));
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (SignalboxException e) {
      mistakes.add(e);
    }
  }

  private <T> Optional<T> attempted(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (SignalboxException e) {
      mistakes.add(e);
      return Optional.empty();
    }
  }
}
