package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.AgentId;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A branch that does not merge (mission section 8): a person resolves it, the session that finished
 * second rebases, or, where a person asks for that, a session of its own resolves it.
 */
final class ResolveRules {
  private static final Pattern RESOLVE = Pattern.compile("(?i)resolve(?:\\s+with\\s+(\\S+))?");
  private static final Pattern WORDS =
      Pattern.compile("(?i)rebase|merged|" + RESOLVE.pattern().substring("(?i)".length()));

  private ResolveRules() {}

  private static String words(GateDecision decision) {
    return decision instanceof GateDecision.Answered(List<String> answers)
        ? String.join(" ", answers).strip()
        : "";
  }

  /** Why the gate does not take that decision. */
  static Optional<String> misfit(Deciding deciding, Gate gate, GateDecision decision) {
    if (!(decision instanceof GateDecision.Answered)) {
      return Optional.empty();
    }
    String words = words(decision);
    if (!WORDS.matcher(words).matches()) {
      return Optional.of("expected rebase, merged, resolve or resolve with AGENT, found " + words);
    }
    Matcher resolve = RESOLVE.matcher(words);
    return resolve.matches() ? unresolvable(deciding, gate, agent(resolve)) : Optional.empty();
  }

  private static Optional<String> agent(Matcher resolve) {
    return Optional.ofNullable(resolve.group(1));
  }

  private static Optional<String> unresolvable(
      Deciding deciding, Gate gate, Optional<String> named) {
    Optional<Session> other =
        deciding.run().sessions().stream().filter(ResolveRules::isBeingResolved).findFirst();
    if (other.isPresent()) {
      return Optional.of(
          "one conflict is resolved at a time, and that of %s is: try again when it is"
              .formatted(other.get().id()));
    }
    Session subject = deciding.session(gate.sessions().getFirst());
    return chosen(deciding, subject, named).isPresent()
        ? Optional.empty()
        : Optional.of(
            "expected one of the plan's agents that run here, %s, found %s"
                .formatted(
                    ResolverSession.agents(deciding.spec()), named.orElse("none that does")));
  }

  private static boolean isBeingResolved(Session session) {
    return session.trace().taken().resolution().filter(Resolution::isOpen).isPresent();
  }

  /** The named one, else the session's own, else the plan's first that runs here. */
  private static Optional<AgentId> chosen(
      Deciding deciding, Session subject, Optional<String> named) {
    List<AgentId> agents = ResolverSession.agents(deciding.spec());
    if (named.isPresent()) {
      return agents.stream().filter(each -> each.value().equals(named.get())).findFirst();
    }
    AgentId own = subject.spec().handling().agent();
    return agents.contains(own) ? Optional.of(own) : agents.stream().findFirst();
  }

  static void decided(Deciding deciding, Gate gate, SessionId id, Input.Decide decide) {
    String words = words(decide.decision());
    Matcher resolve = RESOLVE.matcher(words);
    if (decide.decision() instanceof GateDecision.Rejected(String why)) {
      String what = decide.who() + " did not have its conflict resolved";
      SessionRules.abandon(deciding, id, GateRules.reason(what, why));
    } else if (words.equalsIgnoreCase("merged")) {
      deciding.emit(new Fact.MergeBegun(id));
    } else if (resolve.matches()) {
      begin(deciding, deciding.session(id), agent(resolve));
    } else {
      deciding.retry(id, true, AgentText.rebase(deciding.spec(), gate), Duration.ZERO);
    }
  }

  private static void begin(Deciding deciding, Session subject, Optional<String> named) {
    if (!(subject.state()
        instanceof SessionState.MergeReady(String tip, SessionState.MergeStep.Blocked blocked))) {
      return;
    }
    SessionSpec resolver =
        ResolverSession.of(
            deciding,
            subject,
            chosen(deciding, subject, named).orElseThrow(),
            tip,
            blocked.paths());
    deciding.emit(new Fact.SessionAdded(resolver));
    deciding.emit(new Fact.ResolutionBegun(subject.id(), resolver.id(), tip, blocked.paths()));
  }

  /** The session whose conflict that one resolves. */
  static Optional<Session> subject(RunDraft run, SessionId resolver) {
    return run.sessions().stream()
        .filter(each ->
            each.trace()
                .taken()
                .resolution()
                .filter(it -> it.isOpen() && it.resolver().equals(resolver))
                .isPresent())
        .findFirst();
  }

  /** The conflict that the session is there for, as long as somebody waits for it. */
  static Optional<Resolution> openFor(RunState state, SessionId resolver) {
    return state.sessions().values().stream()
        .flatMap(each -> each.trace().taken().resolution().stream())
        .filter(it -> it.isOpen() && it.resolver().equals(resolver))
        .findFirst();
  }

  /** Whether it still waits for its resolver. */
  private static boolean isWaiting(SessionState state) {
    return switch (state) {
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          step instanceof SessionState.MergeStep.Blocked;
      case SessionState.Halted halted -> isWaiting(halted.from());
      case SessionState _ -> false;
    };
  }

  /** What a resolver made was taken in: it takes the place of the work, or cannot be used. */
  static void takenIn(Deciding deciding, Session resolver, Input.TakenIn taken) {
    Optional<String> lack = taken.look().lack();
    if (lack.isPresent()) {
      deciding.emit(
          new Fact.SessionAbandoned(resolver.id(), "what it made is not used: " + lack.get()));
      return;
    }
    deciding.emit(new Fact.Merged(resolver.id(), Optional.empty()));
    Optional<Session> subject =
        subject(deciding.run(), resolver.id())
            .filter(each -> each.state() instanceof SessionState.MergeReady)
            .filter(each -> isWaiting(each.state()));
    if (subject.isPresent()) {
      SessionId id = subject.get().id();
      String tip = taken.taken().tip();
      ResultRules.taken(deciding, id, taken);
      deciding.emit(new Fact.ConflictResolved(id, tip));
    }
  }

  /** Where a resolver gave up, or its result came too late, a person decides again. */
  static void advance(Deciding deciding) {
    for (Session session : deciding.run().sessions()) {
      session
          .trace()
          .taken()
          .resolution()
          .filter(Resolution::isOpen)
          .ifPresent(it -> advance(deciding, session, deciding.session(it.resolver())));
    }
  }

  private static void advance(Deciding deciding, Session subject, Session resolver) {
    if (!isWaiting(subject.state())) {
      if (resolver.isOver()
          || SessionRules.abandon(
              deciding, resolver.id(), "the conflict is resolved in another way")) {
        deciding.emit(new Fact.ResolutionDropped(subject.id(), "it is resolved in another way"));
      }
    } else if (hasGivenUp(deciding, resolver)
        && subject.state() instanceof SessionState.MergeReady) {
      deciding.emit(
          new Fact.ResolutionDropped(
              subject.id(), resolver.id() + " " + StateText.of(resolver.state())));
      deciding.emit(new Fact.MergeBegun(subject.id()));
    }
  }

  private static boolean hasGivenUp(Deciding deciding, Session resolver) {
    return switch (resolver.state()) {
      case SessionState.Abandoned _, SessionState.Merged _ -> true;
      case SessionState.Failed _ -> !deciding.hasGate(resolver.id(), GateKind.FAILURE);
      case SessionState _ -> false;
    };
  }
}
