package dev.signalbox.prompt;

import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan's header as YAML for a master issue; it reads back as the same header. */
public final class HeaderText {
  private HeaderText() {}

  /** The lines, without a fence around them; never empty. */
  public static List<String> lines(Plan plan) {
    PlanHeader header = plan.header();
    RunPolicy policy = header.policy();
    List<String> lines = new ArrayList<>();
    header.topic().ifPresent(topic -> lines.add("topic: " + quoted(topic)));
    header.project().ifPresent(project -> lines.add("project: " + quoted(project)));
    lines.add("base: " + quoted(header.base()));
    policy.verify().ifPresent(verify -> lines.add("verify: " + quoted(verify)));
    policy.prepare().ifPresent(prepare -> lines.add("prepare: " + quoted(prepare)));
    if (policy.maxParallel() != RunPolicy.DEFAULT.maxParallel()) {
      lines.add("max-parallel: " + policy.maxParallel());
    }
    policy.because().ifPresent(because -> lines.add("because: " + quoted(because)));
    if (!policy.costCheckpoint().equals(CostCheckpoint.DEFAULT)) {
      lines.add("cost-checkpoint-usd: " + checkpoint(policy.costCheckpoint()));
    }
    if (policy.scope() != ScopePolicy.RECORD) {
      lines.add("scope: " + policy.scope().word());
    }
    list(lines, "protect", policy.protect().stream().map(HeaderText::pattern).toList());
    list(lines, "overrule", plan.overrules().stream().map(HeaderText::overrule).toList());
    return lines;
  }

  private static String checkpoint(CostCheckpoint checkpoint) {
    return switch (checkpoint) {
      case CostCheckpoint.Above above -> above.limit().amount();
      case CostCheckpoint.Unlimited _ -> "unlimited";
    };
  }

  private static void list(List<String> lines, String key, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(key + ":");
      values.forEach(value -> lines.add("  - " + quoted(value)));
    }
  }

  private static String pattern(Touch touch) {
    return touch.glob().text();
  }

  private static String overrule(Overrule overrule) {
    return "%s+%s %s because %s"
        .formatted(
            overrule.first().id(),
            overrule.second().id(),
            overrule.decision().name().toLowerCase(Locale.ROOT),
            Markdown.line(overrule.reason()));
  }

  /** A text between double quotes, on one line. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : Markdown.line(text).toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
