package dev.signalbox.plan.gsd;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.prose.PathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one plan file; what concerns its neighbours is left to {@link WaveOrder}. */
final class GsdReader {
  private static final Set<String> NO_FILE = Set.of("none", "n/a", "tbd", "-");

  private final SourceFile file;
  private final List<Problem> problems;

  GsdReader(SourceFile file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The plan, or empty and a problem where no id can be had. */
  Optional<GsdPlan> read() {
    List<Line> lines = lines();
    FrontMatter matter = new FrontMatter(frontMatter());
    Optional<PlanNumber> number = number(matter);
    Optional<PhaseId> id = id(number);
    if (id.isEmpty()) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_PHASE_ID_INVALID,
              Position.startOf(file.path()),
              "expected phase and plan numbers in the front matter or a name such as"
                  + " 01-02-PLAN.md, found "
                  + file.name(),
              "add phase: and plan: to the front matter"));
      return Optional.empty();
    }
    PlanBody body = new PlanBody(lines);
    PhaseDraft draft = new PhaseDraft(id.get(), Position.startOf(file.path()));
    body.fill(draft, matter);
    touches(matter, draft);
    execution(matter, body).ifPresent(draft::exec);
    String folder = file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    PhaseGroup group = new PhaseGroup(folder, number.map(PlanNumber::phase).orElse(""));
    return Optional.of(
        new GsdPlan(
            number, group, matter.wave(), matter.values("depends_on"), draft, body.tasks()));
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (String text : file.text().lines().toList()) {
      lines.add(new Line(text, new Position(file.path(), lines.size() + 1, 1)).from(0));
    }
    return lines;
  }

  private DataNode.Mapping frontMatter() {
    DataNode.Mapping none = new DataNode.Mapping(List.of(), Position.startOf(file.path()));
    return MarkdownDocument.parse(file)
        .frontMatter()
        .flatMap(text -> FrontMatterReader.read(text, problems))
        .orElse(none);
  }

  /** The front matter's numbers go first; a file may have been renamed. */
  private Optional<PlanNumber> number(FrontMatter matter) {
    Optional<PlanNumber> named = PlanNumber.ofPair(file.name());
    Optional<String> plan = matter.text("plan");
    Optional<PlanNumber> pair = plan.flatMap(PlanNumber::ofPair);
    if (pair.isPresent()) {
      return pair;
    }
    Optional<String> phase =
        matter.text("phase").flatMap(PlanNumber::number).or(() -> named.map(PlanNumber::phase));
    Optional<String> own = plan.flatMap(PlanNumber::number).or(() -> named.map(PlanNumber::plan));
    return phase.flatMap(first -> own.map(second -> new PlanNumber(first, second)));
  }

  private Optional<PhaseId> id(Optional<PlanNumber> number) {
    return number
        .map(PlanNumber::id)
        .or(() -> Optional.of(PlanNumber.withoutSuffix(file.name())))
        .filter(PhaseId::isValid)
        .map(PhaseId::new);
  }

  private void touches(FrontMatter matter, PhaseDraft draft) {
    for (DataNode.Scalar value : matter.values("files_modified")) {
      String path = withoutRemark(value.text());
      if (NO_FILE.contains(path.toLowerCase(Locale.ROOT))) {
        continue;
      }
      Optional<String> fault = PathText.fault(path);
      if (fault.isPresent()) {
        problems.add(unsafe(value.at(), fault.get()));
        continue;
      }
      try {
        draft.touches.add(PathText.touch(path, value.at()));
      } catch (GlobSyntaxException e) {
        problems.add(
            Problem.error(
                ErrorCode.PLAN_GLOB_INVALID,
                value.at(),
                "%s in %s".formatted(e.getMessage(), path),
                "write the path without wildcards"));
      }
    }
  }

  private static Problem unsafe(Position at, String found) {
    return Problem.error(
        ErrorCode.PLAN_PATH_UNSAFE,
        at,
        "expected a path inside the repository, found " + found,
        "name files relative to the repository's root; a session changes no others");
  }

  /** Planners add {@code (new)} or a reason behind a dash. */
  private static String withoutRemark(String text) {
    String path = text.strip();
    for (String remark : List.of(" (", " #", " —", " –", " - ", " //")) {
      int start = path.indexOf(remark);
      path = start > 0 ? path.substring(0, start).strip() : path;
    }
    boolean isQuoted = path.length() > 2 && path.startsWith("`") && path.endsWith("`");
    return isQuoted ? path.substring(1, path.length() - 1) : path;
  }

  /** A plan that stops for a person is never run through; that outweighs its type. */
  private static Optional<ExecMode> execution(FrontMatter matter, PlanBody body) {
    if (matter.isFalse("autonomous") || body.hasCheckpoint()) {
      return Optional.of(ExecMode.CHECKPOINT);
    }
    return matter.text("type").filter("tdd"::equalsIgnoreCase).map(type -> ExecMode.TDD);
  }
}
