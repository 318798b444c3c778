package dev.signalbox.launch;

import dev.signalbox.plan.Brief;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.Phase;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a phase's text lets us see of the questions that decide on a mode. Each answer is the
 * evidence in words, or empty for no.
 */
record PhaseSignals(Phase phase, DocumentPaths documents) {
  private static final Terms RESEARCH =
      Terms.of(
          "research",
          "evaluate",
          "evaluating",
          "evaluation",
          "investigate",
          "investigating",
          "investigation",
          "compare",
          "comparing",
          "comparison",
          "analyse",
          "analyze",
          "analysing",
          "analyzing",
          "analysis",
          "assess",
          "assessing",
          "assessment",
          "explore",
          "exploration",
          "study",
          "survey",
          "feasibility",
          "spike");
  private static final Terms TESTS =
      Terms.of("test", "tests", "tested", "testing", "testable", "unittest", "unittests", "e2e");
  private static final Terms RISKS =
      Terms.of(
          "security",
          "auth",
          "authentication",
          "authenticate",
          "authorization",
          "authorisation",
          "oauth",
          "oauth2",
          "password",
          "passwords",
          "credential",
          "credentials",
          "secret",
          "secrets",
          "encryption",
          "payment",
          "payments",
          "billing",
          "migration",
          "migrations",
          "migrate",
          "production data",
          "production database",
          "prod data",
          "live data");

  /** Knowledge is the output: the plan says so, or it is research that changes documents only. */
  Optional<String> knowledge() {
    if (phase.handling().deliverable() == Deliverable.ANALYSIS) {
      return Optional.of("the deliverable is analysis");
    }
    if (!documents.areAllOf(phase)) {
      return Optional.empty();
    }
    return RESEARCH
        .firstIn(Stream.of(phase.brief().verb(), phase.title()))
        .map(word -> "\"" + word + "\", and it changes documents only");
  }

  /** What keeps the phase from being well-defined: tasks, and what done means. */
  Optional<String> undefined() {
    Brief brief = phase.brief();
    if (brief.tasks().isEmpty()) {
      return Optional.of("it has no tasks");
    }
    return brief.acceptance().isEmpty() && brief.deliverable().isEmpty()
        ? Optional.of("it has neither acceptance criteria nor a deliverable")
        : Optional.empty();
  }

  /** Tests can drive the work: there are criteria, or tests are touched or mentioned. */
  Optional<String> testable() {
    if (!phase.brief().acceptance().isEmpty()) {
      return Optional.of("it has acceptance criteria");
    }
    return TESTS
        .firstIn(Stream.concat(words(), phase.brief().deliverable().stream()))
        .map(word -> "it mentions \"" + word + "\"");
  }

  /** A mistake would be expensive: shared infrastructure is named, or a word of danger. */
  Optional<String> risk() {
    Optional<String> named =
        phase.scope().infrastructure().flatMap(classes -> classes.stream().findFirst());
    if (named.isPresent()) {
      return Optional.of("it changes the infrastructure " + named.get());
    }
    return RISKS.firstIn(words()).map(word -> "it mentions \"" + word + "\"");
  }

  /** Title, tasks and changed paths. */
  private Stream<String> words() {
    Stream<String> paths = phase.changedFiles().stream().map(touch -> touch.glob().text());
    return Stream.concat(
        Stream.concat(Stream.of(phase.title()), phase.brief().tasks().stream()), paths);
  }
}
