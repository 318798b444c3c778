package dev.signalbox.runtime;

import dev.signalbox.engine.DriftKind;
import dev.signalbox.engine.PullRequestShown;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.registry.ExitTables.DocumentLine;
import dev.signalbox.registry.ExitTables.Named;
import dev.signalbox.verdict.ArtifactClass;
import dev.signalbox.workspace.Touched;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents that a session leaves, as far as the run knows of them. */
final class ExitDocuments {
  private static final Pattern DOCUMENTATION =
      Pattern.compile("(?i)(?:.*/)?docs?/.*|.*\\.(?:md|mdx|adoc|rst)");

  private final RunState state;
  private final RunSpec spec;
  private final Session session;

  private ExitDocuments(RunState state, RunSpec spec, Session session) {
    this.state = state;
    this.spec = spec;
    this.session = session;
  }

  static List<DocumentLine> of(RunState state, RunSpec spec, Session session) {
    return new ExitDocuments(state, spec, session).lines();
  }

  private List<DocumentLine> lines() {
    List<Named> documents = new ArrayList<>();
    plan().ifPresent(documents::add);
    files().forEach(path -> documents.add(new Named(path, Optional.empty())));
    session.trace().pullRequest().map(ExitDocuments::pullRequest).ifPresent(documents::add);
    ExitShown.reviews(state, session)
        .flatMap(review -> record(review).stream())
        .forEach(documents::add);
    String repository = lastPart(spec.target().repository());
    return documents.stream().map(each -> new DocumentLine(each, repository)).toList();
  }

  private Optional<Named> plan() {
    String name = lastPart(spec.source().file());
    return name.isEmpty() ? Optional.empty() : Optional.of(new Named(name, Optional.empty()));
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What its phase makes, then documentation that it changed, as far as that is known by name. */
  private List<String> files() {
    SequencedSet<String> files = new LinkedHashSet<>();
    String deliverable = ArtifactClass.deliverableOf(session.spec().phase());
    List<Touched> touched = session.trace().taken().touched();
    touched.stream()
        .filter(each -> each.artifact().equals(deliverable))
        .forEach(each -> files.addAll(each.paths()));
    if (files.isEmpty()) {
      spec.lineup().artifacts().stream()
          .filter(each -> each.name().equals(deliverable))
          .forEach(each -> files.addAll(each.patterns()));
    }
    Stream.concat(
            touched.stream().flatMap(each -> each.paths().stream()),
            session.drift().seen().entrySet().stream()
                .filter(each -> each.getValue() != DriftKind.DENIED)
                .map(Map.Entry::getKey))
        .filter(path -> DOCUMENTATION.matcher(path).matches())
        .forEach(files::add);
    return List.copyOf(files);
  }

  private static Named pullRequest(PullRequestShown shown) {
    return new Named("Pull request #" + shown.number(), Optional.of(shown.url()));
  }

  private static Optional<Named> record(Review review) {
    int rows = review.record().rows().size();
    if (review.record().round() == 0 && rows == 0) {
      return Optional.empty();
    }
    String what = review.isInside() ? "Review record of its milestones" : "Review record";
    String title =
        "%s (%d %s, round %d)"
            .formatted(what, rows, rows == 1 ? "finding" : "findings", review.record().round());
    return Optional.of(new Named(title, Optional.empty()));
  }
}
