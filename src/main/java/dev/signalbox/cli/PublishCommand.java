package dev.signalbox.cli;

import dev.signalbox.prompt.IssueHome;
import dev.signalbox.publish.Report;
import dev.signalbox.view.WrappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox publish}: a plan's issues, order, table and text in a tracker. */
@Command(
    name = "publish",
    description = {
      "Makes a plan's issues in Linear or GitHub.",
      "",
      "Shows what it would make; with --yes it does, and writes the issues' ids into",
      "the plan. Repeated, it makes what is missing."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox publish plan.md                    what would be made",
      "  signalbox publish plan.md --to linear --yes  makes it",
      "",
      "See also: check, dispatch"
    },
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  private static final String INDENT = "  ";
  private static final String OF = " of ";

  private final Planning planning;
  private final Publishing publishing;
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "PLAN", description = "A plan file in Signalbox's own format.")
  private String plan = "";

  @Option(
      names = "--to",
      paramLabel = "TRACKER",
      description = "linear or github (default: tracker: of the configuration).")
  private @Nullable String to;

  @Option(names = "--yes", description = "Do it; without, it is only shown.")
  private boolean yes;

  @Option(names = "--repo", paramLabel = "DIR", description = "The repository, if not around PLAN.")
  private @Nullable String repository;

  PublishCommand(Planning planning, Publishing publishing, Engines engines, Terminal terminal) {
    this.planning = planning;
    this.publishing = publishing;
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<String> around = Optional.ofNullable(repository);
    Optional<Planning.CheckedPlan> checked =
        SoundPlan.of(planning, terminal, plan, around, _ -> IssueHome.PLAN_FILE);
    if (checked.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    if (yes) {
      // An agent's process is refused here: what others see is a person's to say.
      String _ = engines.person();
    }
    Report report =
        publishing.publish(
            checked.get(), new Publishing.Wish(plan, Optional.ofNullable(to), around), yes);
    terminal.print(lines(report));
    return report.trouble().isPresent() ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** One line for each kind of step: {@code issue of 1A, 1B}. */
  private static List<String> grouped(List<String> steps) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String step : steps) {
      int of = step.indexOf(OF);
      String kind = of < 0 ? step : step.substring(0, of);
      List<String> phases = groups.computeIfAbsent(kind, _ -> new ArrayList<>());
      if (of >= 0) {
        phases.add(step.substring(of + OF.length()));
      }
    }
    return groups.entrySet().stream()
        .map(it ->
            it.getValue().isEmpty()
                ? it.getKey()
                : it.getKey() + OF + String.join(", ", it.getValue()))
        .toList();
  }

  /** In the width of the terminal, what belongs to it indented. */
  private List<String> failure(String reason) {
    String text = (yes ? "Failed: " : "It would fail: ") + reason;
    List<String> lines = WrappedText.lines(text, terminal.columns() - INDENT.length());
    List<String> shown = new ArrayList<>(lines.subList(0, 1));
    lines.stream().skip(1).forEach(line -> shown.add(INDENT + line));
    return shown;
  }

  private List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    if (report.done().isEmpty() && report.trouble().isEmpty()) {
      return List.of("Nothing to do: " + report.scope() + " has all of the plan.");
    }
    if (!report.done().isEmpty()) {
      lines.add((yes ? "Done" : "To be done") + " in " + report.scope() + ":");
      report.done().forEach(line -> lines.add(INDENT + line));
    }
    report
        .trouble()
        .ifPresent(reason -> {
          lines.addAll(failure(reason));
          if (yes) {
            lines.add("Still to be done:");
            grouped(report.left()).forEach(line -> lines.add(INDENT + line));
            lines.add("The same command goes on from here; nothing is made twice.");
          }
        });
    if (!yes && report.trouble().isEmpty()) {
      lines.add("Nothing was changed. Add --yes to do it.");
    }
    return lines;
  }
}
