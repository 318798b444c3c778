package dev.signalbox.plan;

import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * A phase while a reader collects its parts. Readers set what their format knows; {@link #build}
 * fills the rest with the plan format's defaults (design section 2).
 */
public final class PhaseDraft {
  private final PhaseId id;
  private final Position position;
  private String title = "";
  private Optional<IssueId> issue = Optional.empty();

  /** Appended to by the reader, in the source's order. */
  public final List<Touch> touches = new ArrayList<>();

  public final List<Resource> reads = new ArrayList<>();
  public final List<Resource> produces = new ArrayList<>();
  public final List<PhaseRef> after = new ArrayList<>();
  public final List<PhaseRef> informs = new ArrayList<>();
  public final List<String> context = new ArrayList<>();
  public final List<String> acceptance = new ArrayList<>();
  public final List<String> tasks = new ArrayList<>();

  private Optional<ScopePolicy> scopePolicy = Optional.empty();
  private Optional<SortedSet<String>> infrastructure = Optional.empty();
  private String verb = Brief.VERB_DEFAULT;
  private Optional<String> deliverableText = Optional.empty();
  private Optional<String> resumes = Optional.empty();
  private Optional<PhaseRef> executes = Optional.empty();
  private Optional<ExecMode> exec = Optional.empty();
  private Deliverable deliverable = Deliverable.CODE;
  private Optional<AgentId> agent = Optional.empty();
  private Estimate estimate = Estimate.UNKNOWN;
  private BranchUse branch = BranchUse.OWN;
  private Set<GateTiming> gates = EnumSet.of(GateTiming.POST_SESSION);
  private Optional<ParallelClaim> claim = Optional.empty();

  public PhaseDraft(PhaseId id, Position position) {
    this.id = id;
    this.position = position;
  }

  public PhaseId id() {
    return id;
  }

  public PhaseDraft title(String value) {
    title = value;
    return this;
  }

  public PhaseDraft issue(IssueId value) {
    issue = Optional.of(value);
    return this;
  }

  /** An empty set says that the phase modifies no shared infrastructure, whatever it touches. */
  public PhaseDraft infrastructure(SortedSet<String> classes) {
    infrastructure = Optional.of(classes);
    return this;
  }

  public PhaseDraft scopePolicy(ScopePolicy value) {
    scopePolicy = Optional.of(value);
    return this;
  }

  public PhaseDraft verb(String value) {
    verb = value;
    return this;
  }

  public PhaseDraft deliverableText(String value) {
    deliverableText = Optional.of(value);
    return this;
  }

  public PhaseDraft resumes(String value) {
    resumes = Optional.of(value);
    return this;
  }

  /** It carries out what a person approves of that phase's recommendation. */
  public PhaseDraft executes(PhaseRef value) {
    executes = Optional.of(value);
    return this;
  }

  public PhaseDraft exec(ExecMode value) {
    exec = Optional.of(value);
    return this;
  }

  public PhaseDraft deliverable(Deliverable value) {
    deliverable = value;
    return this;
  }

  public PhaseDraft agent(AgentId value) {
    agent = Optional.of(value);
    return this;
  }

  public PhaseDraft estimate(Estimate value) {
    estimate = value;
    return this;
  }

  public PhaseDraft branch(BranchUse value) {
    branch = value;
    return this;
  }

  public PhaseDraft gates(Set<GateTiming> value) {
    gates = EnumSet.copyOf(value);
    return this;
  }

  public PhaseDraft claim(ParallelClaim value) {
    claim = Optional.of(value);
    return this;
  }

  /** The phase as collected so far. */
  public Phase build() {
    Scope scope = new Scope(touches, reads, produces, infrastructure, after, informs, scopePolicy);
    Brief brief = new Brief(verb, context, acceptance, tasks, deliverableText, resumes, executes);
    Set<GateTiming> timings = EnumSet.copyOf(gates);
    if (exec.filter(ExecMode.CHECKPOINT::equals).isPresent()) {
      timings.add(GateTiming.IN_SESSION);
    }
    Handling handling = new Handling(exec, deliverable, agent, estimate, branch, timings, claim);
    return new Phase(id, title, issue, position, scope, brief, handling);
  }
}
