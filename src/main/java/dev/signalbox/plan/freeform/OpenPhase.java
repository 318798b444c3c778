package dev.signalbox.plan.freeform;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import dev.signalbox.reading.DoneMark;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A phase while all parts of the document add to it. */
final class OpenPhase {
  private final PhaseId id;
  private final Work work;
  private final SectionFacts facts;
  private final String title;
  private final Map<PhaseId, Position> after = new LinkedHashMap<>();
  private Optional<ParallelClaim> claim = Optional.empty();

  /** Whether the document calls it parallel without saying to what. */
  private boolean isParallel;

  OpenPhase(PhaseId id, Work work, SectionFacts facts) {
    this.id = id;
    this.work = work;
    this.facts = facts;
    facts.issue(IssueText.atEnd(work.title()));
    if (work.isKey()) {
      facts.issue(IssueText.all(work.ownId()).stream().findFirst());
    }
    this.title = DoneMark.withoutMark(IssueText.withoutEnd(work.title()));
  }

  PhaseId id() {
    return id;
  }

  Work work() {
    return work;
  }

  SectionFacts facts() {
    return facts;
  }

  /** Adds a dependency; one on itself says nothing. */
  void after(PhaseId other, Position at) {
    if (!other.equals(id)) {
      after.putIfAbsent(other, at);
    }
  }

  /** Adds the dependency on work that the document does not have, for the checks to report. */
  void afterUnknown(Mention mention) {
    if (PhaseId.isValid(mention.first())) {
      after(new PhaseId(mention.first()), mention.at());
    }
  }

  int edges() {
    return after.size();
  }

  void parallel() {
    isParallel = true;
  }

  /** The first claim counts. */
  void claim(String group) {
    claim = claim.or(() -> Optional.of(new ParallelClaim(group)));
  }

  /** Phases that are called parallel share a group if they wait for the same phases. */
  void settleClaim() {
    if (isParallel) {
      List<String> ids = after.keySet().stream().map(PhaseId::value).sorted().toList();
      claim("parallel " + (ids.isEmpty() ? "from the start" : "after " + String.join(", ", ids)));
    }
  }

  boolean isClaimed() {
    return claim.isPresent();
  }

  Phase build() {
    PhaseDraft draft = new PhaseDraft(id, work.at()).title(title);
    facts.issue().ifPresent(draft::issue);
    facts.mode().ifPresent(draft::exec);
    if (!facts.deliverable.isEmpty()) {
      draft.deliverableText(String.join(" ", facts.deliverable));
    }
    claim.ifPresent(draft::claim);
    draft.estimate(facts.estimate());
    draft.touches.addAll(distinct(facts.touches));
    distinct(facts.reads).forEach(read -> draft.reads.add(new Resource.Files(read)));
    draft.context.addAll(facts.context);
    draft.acceptance.addAll(facts.acceptance);
    draft.tasks.addAll(facts.tasks());
    after.forEach((other, at) -> draft.after.add(new PhaseRef(other, at)));
    return draft.build();
  }

  private static List<Touch> distinct(List<Touch> touches) {
    Set<Glob> seen = new HashSet<>();
    List<Touch> distinct = new ArrayList<>();
    for (Touch touch : touches) {
      if (seen.add(touch.glob())) {
        distinct.add(touch);
      }
    }
    return distinct;
  }
}
