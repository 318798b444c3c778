package dev.signalbox.review.yaml;

import dev.signalbox.document.DataNode;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.Elsewhere;
import dev.signalbox.review.Elsewhere.Way;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a reviewer that looks at pull requests, and tells what is wrong with it. */
final class ElsewhereReader {
  private static final List<String> WAYS = Arrays.stream(Way.values()).map(Way::word).toList();
  private static final String WAIT = "wait";
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})([smh])");

  private final Function<Elsewhere, Optional<String>> obstacle;
  private final Mistakes mistakes;

  /** Where mistakes go. */
  interface Mistakes {
    void add(DataNode node, String message);
  }

  /**
   * A reader that asks the agent catalogue.
   *
   * @param obstacle why an agent cannot be such a reviewer; empty where it can
   */
  ElsewhereReader(Function<Elsewhere, Optional<String>> obstacle, Mistakes mistakes) {
    this.obstacle = obstacle;
    this.mistakes = mistakes;
  }

  /** Whether those keys are meant to name a reviewer elsewhere. */
  static boolean isOne(DataNode.Mapping mapping) {
    return mapping.entries().stream()
        .anyMatch(entry -> WAYS.contains(entry.key()) || entry.key().equals(WAIT));
  }

  /** All keys that it may have. */
  static List<String> keys() {
    return List.of("name", Way.CI.word(), Way.FORGE.word(), Way.DELEGATE.word(), WAIT);
  }

  /** The reviewer; empty where something is wrong with it. */
  Optional<Elsewhere> read(DataNode.Mapping mapping) {
    List<Way> ways =
        Arrays.stream(Way.values()).filter(way -> mapping.get(way.word()).isPresent()).toList();
    if (ways.size() != 1) {
      mistakes.add(
          mapping,
          "expected one of ci:, forge: and delegate: for a reviewer elsewhere, found "
              + (ways.isEmpty() ? "none" : ways.size()));
      return Optional.empty();
    }
    Way way = ways.getFirst();
    String name = mapping.scalar(way.word()).map(DataNode.Scalar::text).orElse("");
    String reviewer = mapping.scalar("name").map(DataNode.Scalar::text).orElse(name);
    if (!ReviewFiles.isName(reviewer)) {
      mistakes.add(mapping, "expected a name of letters, digits and '-', found " + reviewer);
      return Optional.empty();
    }
    Elsewhere read = new Elsewhere(reviewer, way, name, wait(mapping));
    Optional<String> why = way == Way.CI ? workflow(name) : obstacle.apply(read);
    why.ifPresent(it -> mistakes.add(mapping.get(way.word()).orElse(mapping), it));
    return why.isPresent() ? Optional.empty() : Optional.of(read);
  }

  private static Optional<String> workflow(String name) {
    return ReviewFiles.isName(name)
        ? Optional.empty()
        : Optional.of(
            "expected the REVIEWER of a workflow, of letters, digits and '-', found " + name);
  }

  private Duration wait(DataNode.Mapping mapping) {
    Optional<DataNode> node = mapping.get(WAIT);
    if (node.isEmpty()) {
      return ReviewLimits.WAIT_DEFAULT;
    }
    String text = mapping.scalar(WAIT).map(DataNode.Scalar::text).orElse("");
    Matcher matcher = TIME.matcher(text);
    Duration wait = Duration.ZERO;
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      wait =
          switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
          };
    }
    if (wait.isZero() || wait.compareTo(ReviewLimits.WAIT_MAX) > 0) {
      mistakes.add(
          node.get(),
          "expected seconds, minutes or hours such as 30m, at most %dh, found %s"
              .formatted(ReviewLimits.WAIT_MAX.toHours(), text));
      return ReviewLimits.WAIT_DEFAULT;
    }
    return wait;
  }
}
