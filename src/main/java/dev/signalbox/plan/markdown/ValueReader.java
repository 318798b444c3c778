package dev.signalbox.plan.markdown;

import dev.signalbox.document.Line;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads single values; what cannot be read becomes a problem and is left out. */
final class ValueReader {
  private static final List<String> ARTIFACT_KINDS = List.of("schema", "api", "doc");

  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Touch> touch(Line value) {
    try {
      return Optional.of(new Touch(Glob.parse(value.text()), value.at()));
    } catch (GlobSyntaxException e) {
      boolean isUnsafe = e.kind() == GlobSyntaxException.Kind.UNSAFE;
      problems.error(
          isUnsafe ? ErrorCode.PLAN_PATH_UNSAFE : ErrorCode.PLAN_GLOB_INVALID,
          value.at(Math.min(e.index(), value.text().length())),
          e.getMessage() + " in " + value.text(),
          isUnsafe
              ? "write the path from the repository's root, such as src/review/**"
              : "use **, *, ?, {a,b} and [a-z]; put \\ before such a character to mean itself");
      return Optional.empty();
    }
  }

  /** An artifact such as {@code schema:review-v2}, or files. */
  Optional<Resource> resource(Line value) {
    String text = value.text();
    int colon = text.indexOf(':');
    if (colon <= 1) {
      return touch(value).map(Resource.Files::new);
    }
    String kind = text.substring(0, colon);
    String name = text.substring(colon + 1).strip();
    boolean isNamed = !name.isEmpty() && name.chars().noneMatch(Character::isWhitespace);
    if (ARTIFACT_KINDS.contains(kind) && isNamed) {
      return Optional.of(new Resource.Artifact(kind, name, value.at()));
    }
    problems.error(
        ErrorCode.PLAN_VALUE_INVALID,
        value.at(),
        "expected a path, or an artifact such as schema:name, api:name or doc:name, found " + text,
        "name the artifact's kind and a name without spaces");
    return Optional.empty();
  }

  Optional<PhaseRef> phase(Line value) {
    String text = value.text();
    Line id = text.regionMatches(true, 0, "phase ", 0, 6) ? value.from(6) : value;
    if (PhaseId.isValid(id.text())) {
      return Optional.of(new PhaseRef(new PhaseId(id.text()), id.at()));
    }
    problems.error(
        ErrorCode.PLAN_PHASE_ID_INVALID,
        id.at(),
        "expected a phase id such as 1A, found " + id.text(),
        "use letters, digits, dots, dashes and underscores");
    return Optional.empty();
  }

  Estimate estimate(Line value) {
    EstimateReader reader = new EstimateReader();
    for (Line part : FieldText.list(value)) {
      if (!reader.take(part.text())) {
        problems.error(
            ErrorCode.PLAN_VALUE_INVALID,
            part.at(),
            "expected an amount and a duration such as $5, 90m, found " + part.text(),
            "write dollars as $5 or $2.50 and time as 90m, 2h or 1h30m");
      }
    }
    return reader.estimate();
  }

  /** {@code 1A+1B parallel because they share generated code only}. */
  Optional<Overrule> overrule(Line value) {
    String text = value.text();
    int because = text.toLowerCase(Locale.ROOT).indexOf(" because ");
    String[] head = (because < 0 ? text : text.substring(0, because)).strip().split("\\s+", -1);
    String[] pair = head[0].split("\\+", -1);
    Optional<Overrule.Decision> decision =
        head.length == 2 && pair.length == 2 ? decision(head[1]) : Optional.empty();
    if (because < 0
        || decision.isEmpty()
        || !PhaseId.isValid(pair[0])
        || !PhaseId.isValid(pair[1])) {
      problems.error(
          ErrorCode.PLAN_OVERRULE_INVALID,
          value.at(),
          "expected an overrule such as 1A+1B parallel because REASON, found " + text,
          "name two phases joined by +, then parallel or sequential, then because and the reason");
      return Optional.empty();
    }
    PhaseRef first = new PhaseRef(new PhaseId(pair[0]), value.at());
    PhaseRef second = new PhaseRef(new PhaseId(pair[1]), value.at(pair[0].length() + 1));
    String reason = text.substring(because + " because ".length()).strip();
    return Optional.of(new Overrule(first, second, decision.get(), reason, value.at()));
  }

  private static Optional<Overrule.Decision> decision(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "parallel" -> Optional.of(Overrule.Decision.PARALLEL);
      case "sequential" -> Optional.of(Overrule.Decision.SEQUENTIAL);
      default -> Optional.empty();
    };
  }
}
