package dev.signalbox.review.yaml;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.YamlReader;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.review.Elsewhere;
import dev.signalbox.review.ReviewProfile;
import dev.signalbox.review.ReviewProfile.Seat;
import dev.signalbox.review.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one profile and collects what is wrong with it. */
final class ProfileReader {
  private static final List<String> KEYS =
      List.of("title", "rounds", "debate", "synthesis", "tiers", "reviewers");
  private static final List<String> SEAT_KEYS =
      List.of("name", "perspective", "agent", "model", "effort");

  private static final List<String> MODEL_KEYS = List.of("agent", "model", "effort");
  private static final List<String> TIER_KEYS = List.of("deep", "fast");

  /** How the one who sums a debate up is called. */
  private static final String SYNTHESISER = "synthesis";

  private final Function<String, Optional<String>> perspectives;
  private final ElsewhereReader others;
  private final List<String> mistakes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Elsewhere> elsewhere = new ArrayList<>();

  private ProfileReader(Known known) {
    this.perspectives = known.perspectives();
    this.others = new ElsewhereReader(known.obstacle(), this::mistake);
  }

  /**
   * What profiles may name.
   *
   * @param perspectives their texts
   * @param obstacle why an agent cannot review elsewhere; empty where it can
   */
  record Known(
      Function<String, Optional<String>> perspectives,
      Function<Elsewhere, Optional<String>> obstacle) {}

  static ReviewProfile read(String name, String file, String text, Known known) {
    ProfileReader reader = new ProfileReader(known);
    DataReading reading = YamlReader.read(text, Position.startOf(file));
    reading
        .problems()
        .forEach(each -> reader.mistakes.add(each.position() + ": " + each.message()));
    Optional<ReviewProfile> profile = reading.mapping().map(root -> reader.profile(name, root));
    if (profile.isEmpty() && reader.mistakes.isEmpty()) {
      reader.mistakes.add(Position.startOf(file) + ": expected keys and values, found none");
    }
    if (!reader.mistakes.isEmpty()) {
      throw new SignalboxException(
          ErrorCode.CONFIG_INVALID,
          String.join("\n", reader.mistakes),
          List.of("docs/guide/reviews.md shows what a profile holds"));
    }
    return profile.orElseThrow();
  }

  private ReviewProfile profile(String name, DataNode.Mapping root) {
    refuseUnknown(root, KEYS);
    String title = root.scalar("title").map(DataNode.Scalar::text).orElse(name);
    List<Seat> seats = new ArrayList<>();
    switch (root.get("reviewers").orElse(root)) {
      case DataNode.Sequence list -> list.items().forEach(item -> seat(item).ifPresent(seats::add));
      case DataNode other -> mistake(other, "expected reviewers: as a list");
    }
    root.get("tiers").ifPresent(tiers -> onTiers(root, tiers, seats));
    if (!elsewhere.isEmpty()) {
      List.of("debate", "tiers").stream()
          .flatMap(key -> root.get(key).stream())
          .forEach(
              node -> mistake(node, "expected no debate: and no tiers: with reviewers elsewhere"));
    }
    if (seats.size() + elsewhere.size() > ReviewLimits.REVIEWERS_MAX) {
      mistake(root, "expected at most " + ReviewLimits.REVIEWERS_MAX + " reviewers");
    }
    if (seats.isEmpty() && elsewhere.isEmpty() && mistakes.isEmpty()) {
      mistake(root, "expected at least one reviewer, found none");
    }
    return new ReviewProfile(name, title, rounds(root), seats, synthesiser(root, seats), elsewhere);
  }

  /** Each perspective looks with two models. */
  private void onTiers(DataNode.Mapping root, DataNode tiers, List<Seat> seats) {
    if (!(tiers instanceof DataNode.Mapping mapping)) {
      mistake(tiers, "expected tiers: with deep: and fast:");
      return;
    }
    refuseUnknown(mapping, TIER_KEYS);
    Map<Tier, Seat> models = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      Optional<DataNode.Mapping> one =
          mapping
              .get(tier.word())
              .filter(DataNode.Mapping.class::isInstance)
              .map(DataNode.Mapping.class::cast)
              .filter(each -> !each.entries().isEmpty());
      if (one.isPresent()) {
        models.put(tier, model("", one.get()));
      } else {
        mistake(
            mapping,
            "expected tiers: with %s: and its agent:, model: or effort:".formatted(tier.word()));
      }
    }
    refuseOwnModels(root);
    if (models.size() < Tier.values().length) {
      return;
    }
    if (models.values().stream().distinct().count() == 1) {
      mistake(mapping, "expected tiers: with two different models, found the same twice");
    }
    List<Seat> perspectives = List.copyOf(seats);
    seats.clear();
    for (Seat seat : perspectives) {
      models.forEach((tier, model) ->
          seats.add(
              new Seat(
                  tier.reviewer(seat.reviewer()),
                  seat.perspective(),
                  model.agent(),
                  model.model(),
                  model.effort())));
    }
  }

  private void refuseOwnModels(DataNode.Mapping root) {
    if (root.get("reviewers").orElse(root) instanceof DataNode.Sequence list) {
      for (DataNode item : list.items()) {
        if (item instanceof DataNode.Mapping mapping) {
          mapping.entries().stream()
              .filter(entry -> MODEL_KEYS.contains(entry.key()))
              .forEach(entry ->
                  mistakes.add(
                      "%s: expected no %s: of a reviewer, since tiers: names the models"
                          .formatted(entry.keyAt(), entry.key())));
        }
      }
    }
  }

  private Seat model(String name, DataNode.Mapping mapping) {
    refuseUnknown(mapping, MODEL_KEYS);
    Optional<DataNode.Mapping> more = Optional.of(mapping);
    return new Seat(
        name,
        "",
        value(more, "agent").flatMap(it -> agent(mapping, it)),
        value(more, "model"),
        value(more, "effort"));
  }

  private Optional<Seat> synthesiser(DataNode.Mapping root, List<Seat> seats) {
    String word = root.scalar("debate").map(DataNode.Scalar::text).orElse("false");
    Optional<DataNode> debate = root.get("debate");
    Optional<DataNode> synthesis = root.get("synthesis");
    boolean isDebate = word.equals("true");
    if (debate.isPresent() && (root.scalar("debate").isEmpty() || !word.matches("true|false"))) {
      mistake(debate.get(), "expected debate: true or false");
    } else if (!isDebate && synthesis.isPresent()) {
      mistake(synthesis.get(), "expected synthesis: with debate: true only");
    } else if (isDebate && seats.size() == 1) {
      mistake(debate.get(), "expected a debate of at least two reviewers, found one");
    }
    if (!isDebate) {
      return Optional.empty();
    }
    if (synthesis.isPresent() && !(synthesis.get() instanceof DataNode.Mapping)) {
      mistake(synthesis.get(), "expected synthesis: with agent:, model: or effort:");
    }
    return Optional.of(
        synthesis
            .filter(DataNode.Mapping.class::isInstance)
            .map(mapping -> model(SYNTHESISER, (DataNode.Mapping) mapping))
            .orElseGet(() ->
                new Seat(SYNTHESISER, "", Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private int rounds(DataNode.Mapping root) {
    Optional<DataNode.Scalar> number = root.scalar("rounds");
    if (number.isEmpty()) {
      return 1;
    }
    String text = number.get().text();
    int rounds = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (rounds < 1 || rounds > ReviewLimits.REVIEW_ROUNDS_MAX) {
      mistake(
          number.get(),
          "expected rounds from 1 to %d, found %s".formatted(ReviewLimits.REVIEW_ROUNDS_MAX, text));
      return 1;
    }
    return rounds;
  }

  private Optional<Seat> seat(DataNode item) {
    return switch (item) {
      case DataNode.Scalar word -> seat(item, word.text(), word.text(), Optional.empty());
      case DataNode.Mapping mapping when ElsewhereReader.isOne(mapping) -> {
        refuseUnknown(mapping, ElsewhereReader.keys());
        others
            .read(mapping)
            .ifPresent(other -> {
              once(item, other.reviewer());
              elsewhere.add(other);
            });
        yield Optional.empty();
      }
      case DataNode.Mapping mapping -> {
        refuseUnknown(mapping, SEAT_KEYS);
        String perspective = mapping.scalar("perspective").map(DataNode.Scalar::text).orElse("");
        String name = mapping.scalar("name").map(DataNode.Scalar::text).orElse(perspective);
        yield seat(item, name, perspective, Optional.of(mapping));
      }
      case DataNode.Sequence _ -> {
        mistake(item, "expected a perspective, or keys such as perspective: and model:");
        yield Optional.empty();
      }
    };
  }

  private Optional<Seat> seat(
      DataNode item, String name, String perspective, Optional<DataNode.Mapping> more) {
    if (!ReviewFiles.isName(name)) {
      mistake(item, "expected a name of letters, digits and '-', found " + name);
      return Optional.empty();
    }
    once(item, name);
    Optional<String> text = perspectives.apply(perspective);
    if (text.filter(it -> it.length() <= ReviewLimits.PERSPECTIVE_CHARS_MAX).isEmpty()) {
      mistake(
          item,
          "expected a perspective of at most %d characters in perspectives/%s.md, found none"
              .formatted(ReviewLimits.PERSPECTIVE_CHARS_MAX, perspective));
      return Optional.empty();
    }
    return Optional.of(
        new Seat(
            name,
            text.get(),
            value(more, "agent").flatMap(it -> agent(item, it)),
            value(more, "model"),
            value(more, "effort")));
  }

  private void once(DataNode item, String name) {
    if (names.contains(name)) {
      mistake(item, "expected each reviewer once, found " + name + " again");
    }
    names.add(name);
  }

  private Optional<AgentId> agent(DataNode item, String text) {
    if (!AgentId.isValid(text)) {
      mistake(item, "expected the name of an agent, found " + text);
      return Optional.empty();
    }
    return Optional.of(new AgentId(text));
  }

  private static Optional<String> value(Optional<DataNode.Mapping> more, String key) {
    return more.flatMap(mapping -> mapping.scalar(key)).map(DataNode.Scalar::text);
  }

  private void refuseUnknown(DataNode.Mapping mapping, List<String> known) {
    mapping.entries().stream()
        .filter(entry -> !known.contains(entry.key()))
        .forEach(entry ->
            mistakes.add(
                "%s: expected one of %s, found %s"
                    .formatted(entry.keyAt(), String.join(", ", known), entry.key())));
  }

  private void mistake(DataNode node, String message) {
    mistakes.add(node.at() + ": " + message);
  }
}
