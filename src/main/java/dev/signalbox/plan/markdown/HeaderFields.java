package dev.signalbox.plan.markdown;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.Line;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.limit.Limits;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Touch;
import dev.signalbox.plan.Usd;
import dev.signalbox.plan.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the plan's front matter. */
final class HeaderFields {
  /** Every key, in the order of the plan format's description. */
  static final List<String> KEYS =
      List.of(
          "topic",
          "project",
          "issue",
          "base",
          "verify",
          "prepare",
          "protect",
          "scope",
          "review",
          "max-parallel",
          "because",
          "cost-checkpoint-usd",
          "overrule");

  private static final int MAX_PARALLEL_LIMIT = 1_000;

  private final Problems problems;
  private final ValueReader values;
  private final List<Overrule> overrules;

  HeaderFields(Problems problems, List<Overrule> overrules) {
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.overrules = overrules;
  }

  PlanHeader read(String file, String title, DataNode.Mapping root) {
    root.entries().forEach(this::checkKey);
    for (Line line : lines(root, "overrule")) {
      values.overrule(line).ifPresent(overrules::add);
    }
    return new PlanHeader(
        file,
        title,
        text(root, "topic"),
        text(root, "project"),
        issue(root),
        text(root, "base").orElse(PlanHeader.BASE_DEFAULT),
        policy(root));
  }

  private void checkKey(DataNode.Entry entry) {
    if (!KEYS.contains(entry.key())) {
      Optional<String> near = NearWord.of(entry.key(), KEYS);
      String message = "expected a key of the plan's header, found " + entry.key();
      if (near.isPresent()) {
        problems.error(
            ErrorCode.PLAN_KEY_UNKNOWN, entry.keyAt(), message, "write " + near.get() + ":");
      } else {
        problems.warning(
            ErrorCode.PLAN_KEY_UNKNOWN,
            entry.keyAt(),
            message,
            "known keys: " + String.join(", ", KEYS));
      }
    }
  }

  private RunPolicy policy(DataNode.Mapping root) {
    Optional<String> because = text(root, "because");
    int maxParallel = maxParallel(root);
    if (maxParallel > Limits.PARALLEL_DEFAULT && because.isEmpty()) {
      problems.error(
          ErrorCode.PLAN_PARALLEL_UNEXPLAINED,
          root.get("max-parallel").map(DataNode::at).orElse(root.at()),
          "expected a because: for max-parallel "
              + maxParallel
              + ", since more than "
              + Limits.PARALLEL_DEFAULT
              + " sessions cost more attention than they gain",
          "add because: with the reason, or lower max-parallel");
    }
    return new RunPolicy(
        maxParallel,
        because,
        costCheckpoint(root),
        text(root, "verify"),
        text(root, "prepare"),
        new RunPolicy.Guard(protect(root), scope(root)),
        review(root));
  }

  private int maxParallel(DataNode.Mapping root) {
    Optional<DataNode.Scalar> value = root.scalar("max-parallel");
    if (value.isEmpty()) {
      return Limits.PARALLEL_DEFAULT;
    }
    String text = value.get().text();
    boolean isNumber =
        !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(Character::isDigit);
    int number = isNumber ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MAX_PARALLEL_LIMIT) {
      invalid(value.get().at(), "a number of sessions from 1 to " + MAX_PARALLEL_LIMIT, text);
      return Limits.PARALLEL_DEFAULT;
    }
    return number;
  }

  private CostCheckpoint costCheckpoint(DataNode.Mapping root) {
    Optional<DataNode.Scalar> value = root.scalar("cost-checkpoint-usd");
    if (value.isEmpty()) {
      return CostCheckpoint.DEFAULT;
    }
    String text = value.get().text();
    if (text.equals("unlimited")) {
      return new CostCheckpoint.Unlimited();
    }
    Optional<Long> cents = EstimateReader.cents(text.startsWith("$") ? text.substring(1) : text);
    if (cents.isEmpty()) {
      invalid(value.get().at(), "dollars such as 10, or unlimited", text);
      return CostCheckpoint.DEFAULT;
    }
    return new CostCheckpoint.Above(new Usd(cents.get()));
  }

  private Optional<String> review(DataNode.Mapping root) {
    Optional<String> name = text(root, "review");
    if (name.isPresent() && !Words.isWord(name.get(), ReviewLimits.REVIEW_NAME_CHARS_MAX, "-")) {
      invalid(
          root.get("review").map(DataNode::at).orElse(root.at()),
          "the name of a review profile such as panel",
          name.get());
      return Optional.empty();
    }
    return name;
  }

  private List<Touch> protect(DataNode.Mapping root) {
    List<Touch> protect = new ArrayList<>();
    for (Line line : lines(root, "protect")) {
      FieldText.list(line).forEach(part -> values.touch(part).ifPresent(protect::add));
    }
    return protect;
  }

  private ScopePolicy scope(DataNode.Mapping root) {
    Optional<DataNode> node = root.get("scope");
    Optional<String> word = text(root, "scope");
    if (node.isEmpty() || word.isEmpty()) {
      return ScopePolicy.RECORD;
    }
    return ScopePolicy.of(word.get())
        .orElseGet(() -> {
          invalid(node.get().at(), "record, ask or enforce", word.get());
          return ScopePolicy.RECORD;
        });
  }

  private Optional<IssueId> issue(DataNode.Mapping root) {
    Optional<DataNode.Scalar> value = root.scalar("issue");
    if (value.isPresent() && !IssueId.isValid(value.get().text())) {
      invalid(value.get().at(), "an issue such as SHOP-100", value.get().text());
      return Optional.empty();
    }
    return value.map(scalar -> new IssueId(scalar.text()));
  }

  private Optional<String> text(DataNode.Mapping root, String key) {
    Optional<DataNode> node = root.get(key);
    if (node.isPresent() && !(node.get() instanceof DataNode.Scalar)) {
      invalid(node.get().at(), "one value for " + key, "a list or a mapping");
    }
    return root.scalar(key).map(scalar -> scalar.text().strip()).filter(text -> !text.isEmpty());
  }

  /** A single value, or a list of single values. */
  private List<Line> lines(DataNode.Mapping root, String key) {
    List<Line> lines = new ArrayList<>();
    root.get(key).ifPresent(node -> collect(key, node, lines));
    return lines;
  }

  private void collect(String key, DataNode node, List<Line> lines) {
    switch (node) {
      case DataNode.Scalar scalar -> lines.add(new Line(scalar.text().strip(), scalar.at()));
      case DataNode.Sequence list -> list.items().forEach(item -> collect(key, item, lines));
      case DataNode.Mapping mapping ->
          invalid(mapping.at(), "a value or a list for " + key, "a mapping");
    }
  }

  private void invalid(Position at, String expected, String found) {
    problems.error(
        ErrorCode.PLAN_VALUE_INVALID,
        at,
        "expected " + expected + ", found " + found,
        "change the value");
  }
}
