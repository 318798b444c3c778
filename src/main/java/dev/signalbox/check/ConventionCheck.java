package dev.signalbox.check;

import dev.signalbox.config.Config;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a plan's name, project, repository and base against what is there. */
final class ConventionCheck {
  private ConventionCheck() {}

  static List<Problem> problems(Plan plan, Config config, Surroundings surroundings) {
    List<Problem> problems = new ArrayList<>();
    Position start = Position.startOf(plan.header().file());
    name(plan.header(), config).ifPresent(problems::add);
    plan.header()
        .project()
        .filter(project -> config.shortOf(project).isEmpty())
        .ifPresent(project -> problems.add(unknownProject(start, project, config)));
    if (surroundings.repository().isEmpty()) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_REPOSITORY_MISSING,
              start,
              "expected the plan to lie in a git repository, found none around it",
              "move the plan into the repository, or name it with --repo DIR"));
    } else if (!surroundings.hasBase()) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_BASE_MISSING,
              start,
              "expected the base branch " + plan.header().base() + ", found no such branch",
              "set base: in the plan's header, or create the branch"));
    }
    return problems;
  }

  /** Only plans in our own format follow our naming; others keep the names of their tools. */
  private static Optional<Problem> name(PlanHeader header, Config config) {
    String file = header.file().substring(header.file().lastIndexOf('/') + 1);
    boolean isOurs = header.topic().isPresent() || header.project().isPresent();
    if (!isOurs || !file.endsWith(".md")) {
      return Optional.empty();
    }
    Optional<PlanName> name = PlanName.parse(file);
    String expected = "{YYYY-MM-DD}-{project-short}-{topic}.md";
    String wanted =
        header.project().flatMap(config::shortOf).or(header::project).orElse("PROJECT")
            + "-"
            + header.topic().orElse("TOPIC");
    boolean agrees =
        name.isPresent()
            && header.topic().map(name.get().rest()::endsWith).orElse(true)
            && header.project().map(p -> startsWith(name.get(), p, config)).orElse(true);
    return agrees
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                ErrorCode.PLAN_NAME_UNCONVENTIONAL,
                Position.startOf(header.file()),
                "expected a file name " + expected + ", found " + file,
                "rename it to "
                    + name.map(PlanName::date).orElse("YYYY-MM-DD")
                    + "-"
                    + wanted
                    + ".md"));
  }

  private static boolean startsWith(PlanName name, String project, Config config) {
    return name.rest().startsWith(config.shortOf(project).orElse(project) + "-");
  }

  private static Problem unknownProject(Position at, String project, Config config) {
    return Problem.warning(
        ErrorCode.PLAN_PROJECT_UNKNOWN,
        at,
        "expected a project of the configuration, found " + project,
        "add it below projects: in .signalbox/config.yaml; known: "
            + String.join(", ", config.projects().values()));
  }
}
