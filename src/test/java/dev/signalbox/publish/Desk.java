package dev.signalbox.publish;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.check.CheckResult;
import dev.signalbox.check.PlanCheck;
import dev.signalbox.check.Surroundings;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.markdown.SignalboxFormat;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.registry.PlanEdit;
import dev.signalbox.registry.PlanIds;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.memory.MemoryIssues;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A person with a plan in a file and issues in memory, who publishes as often as needed. */
final class Desk implements PlanWriter {
  static final String FILE = "docs/plans/2026-02-15-shop-x.md";

  final MemoryIssues issues =
      new MemoryIssues("SHOP", Clock.fixed(Instant.parse("2026-02-15T12:00:00Z"), ZoneOffset.UTC));
  byte[] plan;

  Desk(String text) {
    this.plan = text.getBytes(StandardCharsets.UTF_8);
  }

  Tracker tracker() {
    return issues.as(new Actor("u1", "signalbox", true));
  }

  String text() {
    return new String(plan, StandardCharsets.UTF_8);
  }

  Plan read() {
    return read(text());
  }

  private static Plan read(String text) {
    return reading(text).plan();
  }

  static PlanReading reading(String text) {
    return new SignalboxFormat().read(new PlanSource(FILE, List.of(new SourceFile(FILE, text))));
  }

  static CheckResult check(Plan plan) {
    return check(new PlanReading(plan, List.of(), new SourceCounts(0, 0, 0)));
  }

  static CheckResult check(PlanReading reading) {
    return PlanCheck.check(
        reading, ConfigFiles.read(List.of()), AgentCatalogueFile.shipped(), Surroundings.NONE);
  }

  Report publish() {
    return publish(tracker(), this);
  }

  Report publish(Tracker tracker, PlanWriter writer) {
    return Publisher.publish(tracker, source(read(), this::text, writer));
  }

  static Publisher.Source source(Plan plan, Supplier<String> text, PlanWriter writer) {
    return new Publisher.Source(
        Desk::check,
        plan,
        new PromptPlace("shop", "shop", FILE),
        PlanKeys.of("shop", FILE),
        text,
        writer);
  }

  @Override
  public Optional<String> write(Optional<IssueId> master, Map<PhaseId, IssueId> phases) {
    Map<Integer, IssueId> byLine = new HashMap<>();
    for (var phase : read().phases()) {
      if (phases.containsKey(phase.id())) {
        byLine.put(phase.position().line(), phases.get(phase.id()));
      }
    }
    return switch (PlanIds.apply(plan, master, byLine)) {
      case PlanEdit.Outcome.Edited(byte[] bytes) -> {
        plan = bytes;
        yield Optional.empty();
      }
      case PlanEdit.Outcome.Refused(String reason) -> Optional.of(reason);
    };
  }
}
